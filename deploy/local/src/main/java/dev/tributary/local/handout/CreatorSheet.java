package dev.tributary.local.handout;

import com.google.common.html.HtmlEscapers;
import dev.tributary.attribution.v1.PromoCode;
import java.util.List;

/** One page for one creator: the code to say, and the link for each place. */
final class CreatorSheet {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s · %2$s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c1b22; }
      h1 { font-size: 1.4rem; margin-bottom: 0; }
      .code { font: 700 2.2rem/1.2 ui-monospace, monospace; letter-spacing: .04em; margin: .2rem 0; }
      table { border-collapse: collapse; width: 100%%; margin: 1rem 0; }
      th, td { text-align: left; vertical-align: top; border-top: 1px solid #ddd; padding: .5rem .6rem .5rem 0; }
      td:last-child { word-break: break-all; }
      svg { width: 9rem; height: 9rem; display: block; margin-top: .4rem; }
      .note { color: #5b5966; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      <p class="note">%2$s</p>
      <p>Your code, %3$s %% off:</p>
      <p class="code">%4$s</p>
      <p class="note">Capitals and spaces make no difference at the checkout.</p>
      <table>
      <thead><tr><th>Where</th><th>Link</th></tr></thead>
      <tbody>
      %5$s
      </tbody>
      </table>
      <p class="note">Use each link only where it says: that is how we see what worked. Links in captions
      on Instagram and TikTok cannot be tapped; say the code there.</p>
      </body>
      </html>
      """;

  private CreatorSheet() {}

  /** The page; everything that somebody typed is escaped. */
  static String of(Terms terms, Member member, PromoCode code, List<PublishedLink> links) {
    StringBuilder rows = new StringBuilder();
    for (PublishedLink link : links) {
      String url = escaped(link.url());
      rows.append(
          "<tr><td>%s</td><td><a href=\"%s\">%s</a>%s</td></tr>%n"
              .formatted(
                  escaped(link.placement()), url, url, link.isQr() ? QrImage.svg(link.url()) : ""));
    }
    return PAGE.formatted(
        escaped(member.name()),
        escaped(terms.campaignId()),
        escaped(terms.discount()),
        escaped(code.getCode()),
        rows.toString().stripTrailing());
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
