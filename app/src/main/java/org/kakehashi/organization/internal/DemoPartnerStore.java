package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.SEARCH;
import static org.kakehashi.schema.organization.Tables.SUCCESSIONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.internal.DemoPartnerFile.Line;
import org.kakehashi.organization.internal.DemoPartnerFile.Name;
import org.kakehashi.schema.organization.tables.records.NamesRecord;
import org.kakehashi.schema.organization.tables.records.OrganizationsRecord;
import org.kakehashi.schema.organization.tables.records.SearchRecord;
import org.kakehashi.schema.organization.tables.records.SuccessionsRecord;
import org.springframework.stereotype.Repository;

/// Writes the institutions of the demonstration at once: as the registry's, so that a release read
/// later completes them, with Japanese names of the office, which stay.
@Repository
public class DemoPartnerStore {
    /// Above every local organization, below the best known of a whole registry.
    private static final int WEIGHT = Weights.LOCAL + 5;

    private final DSLContext jooq;

    DemoPartnerStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Answers their ids by ROR id.
    public Map<String, UUID> insert(List<Line> lines) {
        Map<String, UUID> ids =
                jooq.insertInto(ORGANIZATIONS)
                        .set(lines.stream().map(this::organization).toList())
                        .returningResult(ORGANIZATIONS.ROR_ID, ORGANIZATIONS.ID)
                        .fetchMap(ORGANIZATIONS.ROR_ID, ORGANIZATIONS.ID);
        List<NamesRecord> names = new ArrayList<>();
        List<SearchRecord> search = new ArrayList<>();
        List<SuccessionsRecord> successions = new ArrayList<>();
        for (Line line : lines) {
            UUID id = Objects.requireNonNull(ids.get(line.rorId()));
            List<NamesRecord> own = names(id, line);
            names.addAll(own);
            search.add(search(id, line, own));
            if (line.successor() != null) {
                successions.add(succession(id, ids.get(line.successor())));
            }
        }
        jooq.insertInto(NAMES).set(names).execute();
        jooq.insertInto(SEARCH).set(search).execute();
        jooq.insertInto(SUCCESSIONS).set(successions).execute();
        return ids;
    }

    private OrganizationsRecord organization(Line line) {
        OrganizationsRecord row = jooq.newRecord(ORGANIZATIONS);
        row.setRorId(line.rorId());
        row.setOrigin("ror");
        row.setStatus(line.status().code());
        row.setName(String.valueOf(line.name().en()));
        row.setNameJa(line.name().ja());
        row.setNameEn(line.name().en());
        row.setCountry(line.country());
        row.setCity(line.city());
        row.setLatitude(line.latitude());
        row.setLongitude(line.longitude());
        row.setTypes(line.types().toArray(String[]::new));
        row.setEstablished(line.established());
        row.setWebsite("https://www." + line.domain());
        row.setDomains(new String[] {line.domain()});
        return row;
    }

    private List<NamesRecord> names(UUID id, Line line) {
        List<NamesRecord> names = new ArrayList<>();
        names.add(name(id, String.valueOf(line.name().en()), "en", "display", 0));
        for (Name other : line.otherNames()) {
            names.add(name(id, other.value(), other.language(), other.kind(), names.size()));
        }
        NamesRecord japanese =
                name(id, String.valueOf(line.name().ja()), "ja", "label", names.size());
        japanese.setSource("office");
        japanese.setPreferred(true);
        names.add(japanese);
        return names;
    }

    private NamesRecord name(
            UUID id, String value, @Nullable String language, String kind, int position) {
        NamesRecord row = jooq.newRecord(NAMES);
        row.setOrganizationId(id);
        row.setValue(value);
        row.setLanguage(language);
        row.setKind(kind);
        row.setSource("ror");
        row.setPosition(position);
        row.setPreferred(false);
        return row;
    }

    private SearchRecord search(UUID id, Line line, List<NamesRecord> names) {
        SearchText text = new SearchText();
        names.forEach(name -> text.name(name.getValue(), name.getLanguage(), line.country()));
        text.domain(line.domain());
        SearchRecord row = jooq.newRecord(SEARCH);
        row.setOrganizationId(id);
        row.setWeight(WEIGHT);
        row.setOrigin("ror");
        row.setStatus(line.status().code());
        row.setCountry(line.country());
        row.setTypes(line.types().toArray(String[]::new));
        row.setFolded(text.folded());
        row.setGrams(Arrays.stream(text.grams()).boxed().toArray(Integer[]::new));
        return row;
    }

    private SuccessionsRecord succession(UUID predecessor, @Nullable UUID successor) {
        SuccessionsRecord row = jooq.newRecord(SUCCESSIONS);
        row.setPredecessorId(predecessor);
        row.setSuccessorId(successor);
        row.setKind("unknown");
        row.setSource("ror");
        return row;
    }
}
