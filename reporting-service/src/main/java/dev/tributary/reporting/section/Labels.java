package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.AnnotationKind;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.DisclosureState;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.KpiUnit;
import dev.tributary.reporting.v1.Display;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ProvenanceClass;
import java.util.Locale;

/** Names for people of what the contracts enumerate. */
final class Labels {
  private Labels() {}

  /** Empty for what belongs to no platform in particular. */
  static String platform(Platform platform) {
    return switch (platform) {
      case PLATFORM_UNSPECIFIED -> "";
      case PLATFORM_TIKTOK -> "TikTok";
      case PLATFORM_YOUTUBE -> "YouTube";
      case PLATFORM_LINKEDIN -> "LinkedIn";
      case PLATFORM_OTHER -> "Other platforms";
      default -> words(platform.name(), "PLATFORM_");
    };
  }

  static String format(ContentFormat format) {
    return words(format.name(), "CONTENT_FORMAT_");
  }

  static String status(CollaborationStatus status) {
    return words(status.name(), "COLLABORATION_STATUS_");
  }

  static String annotation(AnnotationKind kind) {
    return words(kind.name(), "ANNOTATION_KIND_");
  }

  static String disclosure(DisclosureState state) {
    return switch (state) {
      case DISCLOSURE_STATE_PLATFORM_LABEL -> "Platform's label";
      case DISCLOSURE_STATE_CAPTION_TAG -> "Tag in the caption";
      case DISCLOSURE_STATE_MISSING -> "Missing";
      case DISCLOSURE_STATE_NOT_REQUIRED -> "Not required";
      default -> "Not looked at yet";
    };
  }

  static String fault(DataFaultKind kind) {
    return switch (kind) {
      case DATA_FAULT_KIND_REACH_ABOVE_IMPRESSIONS -> "Reach above impressions";
      case DATA_FAULT_KIND_COUNTER_FELL -> "A counter fell";
      case DATA_FAULT_KIND_DANGLING_REFERENCE -> "Reference to nothing";
      case DATA_FAULT_KIND_METRIC_UNKNOWN -> "Unknown metric";
      case DATA_FAULT_KIND_STORY_WITHOUT_FINAL -> "Story without final values";
      default -> words(kind.name(), "DATA_FAULT_KIND_");
    };
  }

  static String provenance(ProvenanceClass provenance) {
    return switch (provenance) {
      case PROVENANCE_CLASS_FIRST_PARTY_API -> "platform API with the creator's authorisation";
      case PROVENANCE_CLASS_PUBLIC_API -> "public platform API";
      case PROVENANCE_CLASS_OWN_TRACKING -> "own tracking";
      case PROVENANCE_CLASS_CREATOR_EXPORT -> "creator's export";
      case PROVENANCE_CLASS_CREATOR_SCREENSHOT -> "creator's screenshot";
      case PROVENANCE_CLASS_MANUAL -> "entered by hand";
      case PROVENANCE_CLASS_THIRD_PARTY -> "third party";
      case PROVENANCE_CLASS_MODELLED -> "estimated by a model";
      default -> words(provenance.name(), "PROVENANCE_CLASS_");
    };
  }

  /** How values of a KPI are shown. */
  static Display display(KpiUnit unit) {
    return switch (unit) {
      case KPI_UNIT_PERCENT -> Display.DISPLAY_PERCENT;
      case KPI_UNIT_MULTIPLE -> Display.DISPLAY_MULTIPLE;
      case KPI_UNIT_MONEY, KPI_UNIT_UNIT_MONEY -> Display.DISPLAY_MONEY;
      default -> Display.DISPLAY_COUNT;
    };
  }

  /** A constant's name as words: {@code CONTENT_FORMAT_SHORT_VIDEO} is "Short video". */
  private static String words(String name, String prefix) {
    String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    String lower = bare.replace('_', ' ').toLowerCase(Locale.ROOT);
    return bare.substring(0, 1) + lower.substring(1);
  }
}
