package org.kakehashi.bench.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// Looks, past the product, at what the database and the data folder hold after a kill.
final class Aftermath implements AutoCloseable {
    private final Path data;
    private final Connection connection;
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> halfDone = new TreeSet<>();

    Aftermath(Path data) throws IOException, SQLException {
        this.data = data;
        Properties running = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("running.properties"))) {
            running.load(in);
        }
        connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:"
                                + running.getProperty("database.port")
                                + "/postgres",
                        "postgres",
                        Files.readString(data.resolve("postgres-password")).strip());
    }

    Set<String> lost() {
        return lost;
    }

    Set<String> halfDone() {
        return halfDone;
    }

    void compare(Map<String, Boolean> ledger) throws SQLException, IOException {
        int newestUnit = 0;
        for (Map.Entry<String, Boolean> one : ledger.entrySet()) {
            String what = one.getKey();
            if (what.startsWith(Work.UNIT)) {
                if (one.getValue()) {
                    newestUnit = Math.max(newestUnit, number(what));
                }
            } else if (what.startsWith("file ")) {
                expect(
                        what,
                        one.getValue(),
                        1,
                        count(
                                "select count(*) from intake.files where name = ?",
                                what.substring(5) + ".csv"));
            } else if (what.startsWith(Work.DOCUMENT)) {
                expect(
                        what,
                        one.getValue(),
                        1,
                        count(
                                "select count(*) from document.versions v join document.documents d"
                                        + " on d.id = v.document_id where v.name = ? and d.latest ="
                                        + " v.number",
                                what + ".txt"));
            } else if (what.startsWith(Work.LIST)) {
                expect(
                        what,
                        one.getValue(),
                        2,
                        count(
                                "select count(distinct agreement_id) from agreement.parties where"
                                        + " name_written = ?",
                                what));
            } else if (what.startsWith(Work.RESOLUTION)) {
                // the item of the agenda and the end of the case's step
                expect(
                        what,
                        one.getValue(),
                        2,
                        count(
                                "select count(*) filter (where i.result is not null) + count(*)"
                                        + " filter (where exists (select from review.events e where"
                                        + " e.case_id = i.case_id and e.comment like '% ' ||"
                                        + " i.decision_en)) from review.agenda_items i where"
                                        + " i.decision_en = ?",
                                what));
            } else {
                expect(
                        what,
                        one.getValue(),
                        1,
                        count("select count(*) from review.events where comment = ?", what));
            }
        }
        long unit =
                count(
                        "select coalesce(max(substring(name_en from ?)::int), 0) from access.units",
                        "^" + Work.UNIT + "([0-9]+)$");
        if (unit < newestUnit) {
            lost.add(Work.UNIT + newestUnit);
        }
        structure();
        files();
    }

    /// Confirmed must be there whole; what was only asked for must be there whole or not at all.
    private void expect(String what, boolean confirmed, long whole, long there) {
        if (there == 0 && confirmed) {
            lost.add(what);
        } else if (there != 0 && there != whole) {
            halfDone.add(what + " (" + there + " of " + whole + ")");
        }
    }

    private void structure() throws SQLException {
        zero(
                "agreements without a party",
                "select count(*) from agreement.agreements a where not exists (select from"
                        + " agreement.parties p where p.agreement_id = a.id)");
        zero(
                "agreements without a line of the register",
                "select count(*) from agreement.agreements a where not exists (select from"
                        + " agreement.register_lines l where l.agreement_id = a.id)");
        zero(
                "imports stored without a record",
                "select count(*) from intake.imports i where i.state = 'committed' and not exists"
                        + " (select from intake.deeds d where d.import_id = i.id)");
        zero(
                "records that are not their latest version",
                "select count(*) from kernel.tracked_tables t, kernel.broken_history(t.place, 100)"
                        + " b");
    }

    private void files() throws SQLException, IOException {
        files("files", "select sha256 from intake.files");
        files("documents", "select sha256 from document.contents where gone_at is null");
        zero(
                "documents without a version",
                "select count(*) from document.documents d where not exists (select from"
                        + " document.versions v where v.document_id = d.id and v.number = d.latest)");
    }

    /// Every file the database knows is on the disk, whole.
    private void files(String folder, String sql) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String sha256 = rows.getString(1);
                Path file = data.resolve(folder).resolve(sha256.substring(0, 2)).resolve(sha256);
                if (!Files.exists(file) || !sha256.equals(hash(file))) {
                    halfDone.add("file " + sha256);
                }
            }
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void zero(String what, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            if (rows.getLong(1) != 0) {
                halfDone.add(rows.getLong(1) + " " + what);
            }
        }
    }

    long count(String sql, String argument) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// Writes a mail down as the product does; committed when this returns.
    void mail(int number) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "insert into kernel.mails (recipient, language, subject, body, message_id)"
                                + " values (?, 'ja', ?, 'x', ?)")) {
            statement.setString(1, "person" + number + "@example.ac.jp");
            statement.setString(2, "Mail " + number);
            statement.setString(3, "<recovery-" + number + "@example.ac.jp>");
            statement.executeUpdate();
        }
    }

    /// Mails not yet sent.
    long mailsWaiting() throws SQLException {
        return count(
                "select count(*) from kernel.mails where state <> 'sent' and subject like ?",
                "Mail %");
    }

    /// Notices in the application that were dropped or doubled. Who is told when a step opens stays
    /// the same through a run, so every opening of a step has as many notices as the one with most;
    /// none at all is wrong too.
    long noticesWrong() throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                with opened as (
                                    select e.case_id, e.step_id, 'case:' || e.case_id || ':' || e.position as key,
                                        (select count(*) from review.notices n where n.key = 'case:' || e.case_id || ':' || e.position) as told
                                    from review.events e where e.kind = 'opened'),
                                expected as (select step_id, max(told) as people from opened group by 1)
                                select (select coalesce(sum(people - told), 0) from opened join expected using (step_id))
                                    + (select count(*) from review.notices n where n.key like 'case:%' and not exists (
                                        select from review.events e where n.key like 'case:' || e.case_id || ':' || e.position || '%'))
                                    + (select count(*) from (select from review.notices where key like 'case:%' group by user_id, href, kind, step_en, at having count(*) > 1) d)
                                    + (select case when coalesce(max(people), 0) = 0 then 1 else 0 end from expected)
                                """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Mails that were dropped, or went out more often than the tally says.
    long mailsWrong(Map<String, Integer> taken) throws SQLException {
        long wrong = 0;
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select message_id, possible_repeats from kernel.mails where"
                                        + " subject like 'Mail %' or state = 'sent'")) {
            while (rows.next()) {
                int times = taken.getOrDefault(rows.getString(1), 0);
                if (times == 0 || times > 1 + rows.getInt(2)) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    /// Events of cases told twice.
    long repeatedDecisions() throws SQLException {
        return count(
                "select count(*) from (select comment from review.events where comment like ? group"
                        + " by 1 having count(*) > 1) d",
                Work.COMMENT + "%");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static int number(String what) {
        return Integer.parseInt(what.replaceAll("\\D", ""));
    }
}
