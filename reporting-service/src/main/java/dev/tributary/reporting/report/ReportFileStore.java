package dev.tributary.reporting.report;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables report_file and report_file_piece. */
final class ReportFileStore {

  /** Keeps the file unless the report has one of that name. */
  void insert(Handle handle, String workspace, String reportId, String name, ReportFile file) {
    int inserted =
        handle
            .createUpdate(
                """
                insert into report_file (
                  workspace, report_id, name, content_type, sha256_hex, renderer_version)
                values (:workspace, :reportId, :name, :contentType, :sha256Hex, :rendererVersion)
                on conflict do nothing""")
            .bind("workspace", workspace)
            .bind("reportId", reportId)
            .bind("name", name)
            .bind("contentType", file.contentType())
            .bind("sha256Hex", file.sha256Hex())
            .bind("rendererVersion", file.rendererVersion())
            .execute();
    if (inserted == 1) {
      insertPieces(handle, workspace, reportId, name, file.pieces());
    }
  }

  Optional<ReportFile> find(Handle handle, String workspace, String reportId, String name) {
    return handle
        .createQuery(
            """
            select content_type, sha256_hex, renderer_version from report_file
            where workspace = :workspace and report_id = :reportId and name = :name""")
        .bind("workspace", workspace)
        .bind("reportId", reportId)
        .bind("name", name)
        .map(
            (row, context) ->
                new ReportFile(
                    row.getString("content_type"),
                    row.getString("sha256_hex"),
                    row.getInt("renderer_version"),
                    pieces(handle, workspace, reportId, name)))
        .findOne();
  }

  private static void insertPieces(
      Handle handle, String workspace, String reportId, String name, List<byte[]> pieces) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into report_file_piece (workspace, report_id, name, piece_no, piece)
            values (:workspace, :reportId, :name, :pieceNo, :piece)""");
    for (int pieceNo = 0; pieceNo < pieces.size(); pieceNo++) {
      batch
          .bind("workspace", workspace)
          .bind("reportId", reportId)
          .bind("name", name)
          .bind("pieceNo", pieceNo)
          .bind("piece", pieces.get(pieceNo))
          .add();
    }
    batch.execute();
  }

  private static List<byte[]> pieces(
      Handle handle, String workspace, String reportId, String name) {
    return handle
        .createQuery(
            """
            select piece from report_file_piece
            where workspace = :workspace and report_id = :reportId and name = :name
            order by piece_no""")
        .bind("workspace", workspace)
        .bind("reportId", reportId)
        .bind("name", name)
        .mapTo(byte[].class)
        .list();
  }
}
