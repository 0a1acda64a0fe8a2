package org.kakehashi;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Uploads;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.Calendars;
import org.kakehashi.review.Matter;
import org.kakehashi.review.Matters;
import org.kakehashi.review.ReviewCases;
import org.springframework.context.ApplicationContext;

/// The records that doors are tried at: of each kind one that is not the member's, so that who may
/// enter because of the record is told from who may not. What the demonstration lacks is made here.
final class DoorRecords {
    private static final String OTHERS =
            " not exists (select from agreement.home_units h join access.units u on u.id ="
                    + " h.unit_id where h.agreement_id = %s and u.code = 'ENG') ";

    private static final String BOARD =
            " join review.bodies b on b.id = m.body_id where b.code = 'board' ";

    /// Where a path begins so, its variables are the columns of this row; the first that fits.
    private static final Map<String, String> RECORDS = new LinkedHashMap<>();

    static {
        record("/agreements/{id}/annexes/{annex}", others("agreement.annexes", "annex"));
        record("/agreements/{id}/use/{activity}", others("agreement.activities", "activity"));
        record(
                "/agreements/{id}",
                "select a.id from agreement.agreements a where" + OTHERS.formatted("a.id"));
        record("/committees/{id}/members/{holder}", board("review.holders", "holder"));
        record("/committees/{id}", "select id from review.bodies where code = 'board'");
        record(
                "/meetings/{id}/items/{item}",
                "select m.id, i.id as item from review.agenda_items i join review.meetings m on"
                        + " m.id = i.meeting_id"
                        + BOARD);
        record("/meetings/{id}", "select m.id from review.meetings m" + BOARD);
        record("/tasks/actions/{id}", "select id from review.actions");
        record(
                "/matters/{id}/edit",
                "select c.subject_id as id from review.cases c where c.state = 'approved'");
        record("/matters/{id}", "select id from review.matters where title_en = 'Of others'");
        record(
                "/reviews/{id}/steps/{step}",
                "select c.id, s.step_id as step from review.cases c join review.case_steps s on"
                        + " s.case_id = c.id where c.title_en = 'Of others' and s.state = 'open'");
        record("/reviews/{id}", "select id from review.cases where title_en = 'Of others'");
        record(
                "/processes/{id}/steps/{code}",
                "select p.id, s.code from review.processes p join review.steps s on s.process_id ="
                        + " p.id where p.state = 'draft'");
        record(
                "/processes/{id}",
                "select id from review.processes where state = 'draft' and not example");
        record(
                "/intake/imports/{id}/institutions/{spelling}",
                "select import_id as id, id as spelling from intake.spellings");
        record("/intake/imports/{id}", "select id from intake.imports");
        record("/recognition/{id}", "select id, 0 as line from interchange.batches");
        record(
                "/documents/of/{kind}/{owner}",
                "select a.id as owner, 'agreement' as kind from agreement.agreements a where"
                        + OTHERS.formatted("a.id"));
        record(
                "/documents/{id}/overtaken/{waiting}",
                "select document_id as id, id as waiting from document.overtaken");
        record(
                "/documents/{id}",
                "select d.id, 1 as number from document.documents d where d.owner_kind ="
                        + " 'agreement' and"
                        + OTHERS.formatted("d.owner_id"));
        record(
                "/contacts/{id}",
                "select id from partnership.contacts where unit_id not in (select id from"
                        + " access.units where code = 'ENG')");
        record(
                "/strategic-partners/{id}/criteria/{criterion}",
                "select c.id, k.id as criterion from partnership.candidacies c join"
                        + " partnership.criteria k on k.scheme_id = c.scheme_id where c.unit_id is null"
                        + " or c.unit_id not in (select id from access.units where code = 'ENG')");
        record(
                "/strategic-partners/{id}",
                "select id from partnership.candidacies where unit_id is null or unit_id not in"
                        + " (select id from access.units where code = 'ENG')");
        record("/documents/settings/kinds/{code}", "select code from document.kinds");
        record("/documents/settings/classes/{code}", "select code from document.retention_classes");
        record(
                "/visits/{id}/follow-ups/{followUp}",
                "select v.id, f.id as \"followUp\" from partnership.follow_ups f join"
                        + " partnership.visits v on v.id = f.visit_id where v.unit_id not in (select id"
                        + " from access.units where code = 'ENG')");
        record(
                "/visits/{id}",
                "select v.id from partnership.visits v where v.unit_id not in (select id from"
                        + " access.units where code = 'ENG')");
    }

    /// Proposals of the demonstration that are under review and not the member's.
    static {
        record(
                "/proposals/guidelines/{id}",
                "select id from proposal.guidelines where state = 'published'");
        record("/proposals/clauses/{code}", "select 'purpose' as code");
        record(
                "/proposals/{id}",
                "select p.id, 'aim' as step, g.id as paragraph, p.id as link from"
                        + " proposal.proposals p join proposal.paragraphs g on g.guideline_id ="
                        + " p.guideline_id where p.state = 'submitted'");
    }

    /// What a form says where nothing but a filled one would do something.
    private static final Map<String, String> FILLED =
            Map.of(
                    "/intake/imports/{id}/institutions/{spelling}/decision", "decision=none",
                    "/intake/imports/{id}/institutions/{spelling}/organization", "nameEn=A",
                    "/tasks/actions/{id}", "version=0",
                    "/recognition/{id}/queue/{line}", "decision=none");

    /// Doors that take a file.
    private static final Set<String> UPLOADS =
            Set.of(
                    "/organizations/registry",
                    "/documents/of/{kind}/{owner}",
                    "/documents/{id}/versions");

    private final DSLContext jooq;
    private final ApplicationContext rooms;
    private String calendar = "";

    DoorRecords(DSLContext jooq, ApplicationContext rooms) {
        this.jooq = jooq;
        this.rooms = rooms;
    }

    /// Makes what the demonstration lacks; nothing of it is the member's.
    void make() {
        CurrentUser office = user("office");
        calendar = office.call(() -> rooms.getBean(Calendars.class).renew(null));
        office.run(this::proposal);
        jooq.execute(
                "insert into agreement.activities (agreement_id, kind, direction, year, number)"
                        + " select a.id, 'student', 'inbound', 2024, 3 from agreement.agreements a"
                        + " where"
                        + OTHERS.formatted("a.id")
                        + "limit 1");
        jooq.execute(
                "insert into review.agenda_items (meeting_id, position, title_ja, papers) select"
                        + " m.id, 1, '見本の議題', '' from review.meetings m"
                        + BOARD);
        jooq.execute(
                "insert into interchange.batches (name, created_by, created_by_login) values"
                        + " ('list', {0}, 'office')",
                office.id());
        jooq.execute(
                "insert into document.overtaken (document_id, sha256, name, declared_type, note,"
                        + " seen, by_user) select v.document_id, v.sha256, 'a.txt', 'text/plain', '',"
                        + " 1, {0} from document.versions v join document.documents d on d.id ="
                        + " v.document_id where d.owner_kind = 'agreement' and"
                        + OTHERS.formatted("d.owner_id")
                        + "limit 1",
                office.id());
        list(office);
    }

    private void list(CurrentUser office) {
        byte[] text = "Partner,Country\nA,France\n".getBytes(StandardCharsets.UTF_8);
        UUID file =
                office.call(() ->
                        rooms.getBean(Uploads.class)
                                .receive("a.csv", new ByteArrayInputStream(text), null)
                                .file());
        UUID reading =
                office.call(
                        () -> rooms.getBean(Imports.class).start(Objects.requireNonNull(file), 0));
        id(
                "insert into intake.spellings (import_id, position, key, text, rows, certainty)"
                        + " values ({0}, 0, 'a', 'A', 1, 'none') returning id",
                reading);
    }

    private void proposal() {
        UUID letters = id("select id from access.units where code = 'LET'");
        UUID matter =
                rooms.getBean(Matters.class)
                        .create(
                                new Matter(
                                        new UUID(0, 0),
                                        new Bilingual("他部局の案件", "Of others"),
                                        new Bilingual(null, null),
                                        "event",
                                        "university",
                                        null,
                                        "no",
                                        Set.of(letters),
                                        "",
                                        null,
                                        0));
        rooms.getBean(ReviewCases.class)
                .propose(
                        "matter",
                        matter,
                        id(
                                "select id from review.processes where code = 'aobano-general' and"
                                        + " state = 'published'"),
                        false,
                        null);
    }

    /// The values of a path's variables, those of a record that is not the member's; empty where
    /// this knows none.
    Map<String, String> of(String path) {
        String bare = bare(path);
        if (bare.startsWith("/calendars/{secret}")) {
            return Map.of("secret", calendar);
        }
        for (var entry : RECORDS.entrySet()) {
            if (bare.equals(entry.getKey()) || bare.startsWith(entry.getKey() + "/")) {
                Record row =
                        jooq.fetchOptional(entry.getValue() + " order by 1 limit 1").orElse(null);
                if (row != null) {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (var field : row.fields()) {
                        values.put(field.getName(), String.valueOf(row.get(field)));
                    }
                    return values;
                }
            }
        }
        return Map.of();
    }

    static @Nullable String filled(String path) {
        return FILLED.get(bare(path));
    }

    static boolean takesFile(String path) {
        return UPLOADS.contains(bare(path));
    }

    /// Those of the records above that are not there.
    List<String> missing() {
        return RECORDS.entrySet().stream()
                .filter(one -> jooq.fetch(one.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The path without what its variables look like.
    private static String bare(String path) {
        return path.replaceAll("\\{([a-zA-Z]+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
    }

    private static void record(String path, String query) {
        RECORDS.put(path, query);
    }

    private static String others(String table, String variable) {
        return "select x.agreement_id as id, x.id as "
                + variable
                + " from "
                + table
                + " x where"
                + OTHERS.formatted("x.agreement_id");
    }

    private static String board(String table, String variable) {
        return "select m.body_id as id, m.id as " + variable + " from " + table + " m" + BOARD;
    }

    private UUID id(String query, Object... values) {
        return Objects.requireNonNull((UUID) jooq.fetchValue(query, values));
    }

    private CurrentUser user(String login) {
        return CurrentUser.SYSTEM.call(() -> {
            var user = rooms.getBean(Users.class).findByLogin(login).orElseThrow();
            return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        });
    }
}
