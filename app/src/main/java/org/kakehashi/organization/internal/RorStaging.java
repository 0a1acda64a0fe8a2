package org.kakehashi.organization.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.ror.RorProblem;
import org.kakehashi.resolver.ror.RorRecord;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes the records of a release into the staging tables, a few thousand at a time, each batch in
/// a transaction of its own with the problems that were met: what is there is there, and a broken
/// off import goes on after it.
final class RorStaging {
    private static final int MOST_PROBLEMS = 10_000;

    private final Connection connection;
    private final UUID release;
    private final JsonMapper json;
    private final CopyRows organizations = new CopyRows();
    private final CopyRows names = new CopyRows();
    private final CopyRows relations = new CopyRows();
    private final CopyRows problems = new CopyRows();
    private int problemCount;

    RorStaging(Connection connection, UUID release, JsonMapper json) {
        this.connection = connection;
        this.release = release;
        this.json = json;
    }

    void add(long number, RorRecord record) {
        RorFacts facts = RorFacts.of(record);
        organizations
                .value(number)
                .value(release)
                .value(record.id())
                .value(facts.hash())
                .value(record.status().name().toLowerCase(Locale.ROOT))
                .value(facts.name())
                .value(facts.nameJa())
                .value(facts.nameEn())
                .value(facts.country())
                .value(facts.subdivision())
                .value(facts.city())
                .value(facts.latitude())
                .value(facts.longitude())
                .array(facts.types())
                .value(record.established())
                .value(facts.link("website"))
                .value(facts.link("wikipedia"))
                .array(record.domains())
                .value(json.writeValueAsString(ids(record)))
                .value(facts.modified())
                .value(Weights.of(record));
        SearchText search = facts.search();
        organizations.value(search.folded()).array(search.grams()).end();
        addNames(record);
        for (RorRecord.Relationship relation : record.relationships()) {
            relations.value(record.id()).value(relation.type()).value(relation.id()).end();
        }
    }

    private void addNames(RorRecord record) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        int position = 0;
        for (RorRecord.Name name : record.names()) {
            String kind = RorFacts.kind(name);
            List<@Nullable String> same = new ArrayList<>();
            same.add(name.value());
            same.add(name.language());
            same.add(kind);
            if (seen.add(same)) {
                names.value(record.id())
                        .value(position++)
                        .value(name.value())
                        .value(name.language())
                        .value(kind)
                        .end();
            }
        }
    }

    private static Map<String, List<String>> ids(RorRecord record) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (RorRecord.ExternalId id : record.externalIds()) {
            List<String> all = new ArrayList<>(id.all());
            if (id.preferred() != null) {
                all.remove(id.preferred());
                all.addFirst(id.preferred());
            }
            ids.put(id.type(), all);
        }
        return ids;
    }

    /// Notes a record that cannot be read; the first ten thousand are kept.
    void problem(RorProblem problem) {
        if (problemCount++ < MOST_PROBLEMS) {
            problems.value(release)
                    .value(problem.record())
                    .value(problem.offset())
                    .value(problem.id())
                    .value(problem.reason().name().toLowerCase(Locale.ROOT))
                    .value(shortened(problem.detail()))
                    .end();
        }
    }

    /// Sends what was added since the last time.
    void flush() throws SQLException, java.io.IOException {
        copy("staged_organizations", organizations);
        copy("staged_names", names);
        copy("staged_relations", relations);
        copy("registry_problems", problems);
        connection.commit();
    }

    private void copy(String table, CopyRows rows) throws SQLException, java.io.IOException {
        byte[] bytes = rows.take();
        if (bytes.length > 0) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy organization." + table + " from stdin",
                            new java.io.ByteArrayInputStream(bytes));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 500));
    }
}
