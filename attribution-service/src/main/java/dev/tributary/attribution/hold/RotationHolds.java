package dev.tributary.attribution.hold;

import dev.tributary.attribution.promocode.DoubtfulUses;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.runtime.log.Positions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Holds and rejects orders whose code was replaced, at the desk where persons do: the id of the
 * rotation is the key of the command.
 */
public final class RotationHolds implements DoubtfulUses {
  /** After every time that an order can have. */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999999Z").plusSeconds(1);

  /** Whoever keeps rotations compares them, so all that matters is that it is none of a person. */
  private static final byte[] REQUEST = "RotatePromoCodes".getBytes(StandardCharsets.US_ASCII);

  private final HoldDesk desk;

  /** Works at a desk. */
  public RotationHolds(HoldDesk desk) {
    this.desk = desk;
  }

  @Override
  public int shard(String workspace, String rotationId) {
    return HoldBatchStore.shard(workspace, rotationId);
  }

  @Override
  public void begin(Handle handle, String workspace, Doubt doubt, Instant now) {
    HoldBatch unused = desk.begin(handle, workspace, tasks(doubt).get(0), now);
  }

  @Override
  public Settled settle(String workspace, Doubt doubt) {
    HoldDesk.Done done = desk.run(workspace, tasks(doubt));
    return settled(done.outcome(), done.position());
  }

  @Override
  public Settled preview(String workspace, Doubt doubt) {
    HoldDesk.Done told = desk.preview(workspace, tasks(doubt));
    return settled(told.outcome(), told.position());
  }

  private static Settled settled(HoldOutcome outcome, Positions written) {
    return new Settled(
        outcome.orders(),
        outcome.holds(),
        outcome.credits().stream()
            .map(
                credit ->
                    new Credited(
                        credit.creatorId(), credit.currency(), credit.orders(), credit.netMinor()))
            .toList(),
        written);
  }

  /** One for each code, since evidence names one. */
  private static List<HoldTask> tasks(Doubt doubt) {
    HoldCommand command = new HoldCommand(doubt.actor(), doubt.reason(), doubt.rotationId());
    TimeRange range = new TimeRange(doubt.since(), NEVER);
    return doubt.codeIds().stream()
        .map(
            codeId ->
                new HoldTask(
                    new HoldTask.Uses(codeId, range),
                    action(doubt, codeId),
                    command,
                    false,
                    REQUEST))
        .toList();
  }

  private static HoldTask.Action action(Doubt doubt, String codeId) {
    Finding finding =
        new Finding(HoldRule.CODE_ROTATION, HoldEvidence.ofCode(doubt.reason(), codeId));
    return doubt.rejects() ? new HoldTask.Reject(finding) : new HoldTask.Place(finding);
  }
}
