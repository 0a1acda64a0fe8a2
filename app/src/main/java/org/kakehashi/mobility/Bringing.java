package org.kakehashi.mobility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Country;
import org.kakehashi.mobility.internal.StayStore.Fresh;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised;
import org.kakehashi.organization.Recognition;
import org.kakehashi.person.Duplicates;
import org.kakehashi.person.NewPerson;
import org.kakehashi.resolver.Hints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of people and their stays, all or nothing: people are found again across departments and
/// years, stays recorded already are left out, partners are recognised.
@Service
public class Bringing {
    /// A row of a list that could be read.
    public record Row(int number, NewPerson person, Stay.Content content) {}

    /// What a list brought, or would bring.
    ///
    /// @param known stays that were recorded already
    /// @param possible people who may be somebody known
    public record Report(
            int rows,
            int stays,
            int known,
            int people,
            int found,
            int possible,
            int overlapping,
            int unrecognised) {}

    private final Stays stays;
    private final Duplicates duplicates;
    private final Recognition recognition;
    private final Access access;

    Bringing(Stays stays, Duplicates duplicates, Recognition recognition, Access access) {
        this.stays = stays;
        this.duplicates = duplicates;
        this.recognition = recognition;
        this.access = access;
    }

    /// Says what the list would bring and records nothing.
    @Transactional(readOnly = true)
    public Report check(List<Row> rows) {
        access.require("mobility.edit");
        List<Row> recognised = recognised(rows);
        return report(
                recognised,
                duplicates.recognise(recognised.stream().map(Row::person).toList()),
                null);
    }

    /// Records the list.
    @Transactional
    public Report bring(List<Row> rows) {
        access.require("mobility.edit");
        List<Row> recognised = recognised(rows);
        Duplicates.Brought brought =
                duplicates.bring(recognised.stream().map(Row::person).toList());
        return report(recognised, brought, stays);
    }

    private Report report(List<Row> rows, Duplicates.Brought brought, @Nullable Stays recording) {
        Sorted sorted = sorted(rows, brought.people());
        if (recording != null) {
            recording.bring(sorted.fresh());
        }
        int distinct = new HashSet<>(brought.people()).size();
        int unrecognised =
                (int)
                        rows.stream()
                                .map(row -> row.content().partner())
                                .filter(partner ->
                                        partner.organization() == null && partner.written() != null)
                                .count();
        return new Report(
                rows.size(),
                sorted.fresh().size(),
                sorted.known(),
                brought.created(),
                distinct - brought.created(),
                brought.possible(),
                sorted.overlapping(),
                unrecognised);
    }

    private record Sorted(List<Fresh> fresh, int known, int overlapping) {}

    /// The same person with the same partner from the same day is the same stay.
    private record Sameness(
            Stay.Direction direction,
            @Nullable UUID partner,
            @Nullable String written,
            java.time.@Nullable LocalDate starts) {
        static Sameness of(Stay.Content content) {
            UUID partner = content.partner().organization();
            return new Sameness(
                    content.direction(),
                    partner,
                    partner == null ? content.partner().written() : null,
                    content.starts());
        }
    }

    private Sorted sorted(List<Row> rows, List<UUID> people) {
        Map<UUID, List<Stay.Content>> known = new HashMap<>();
        stays.known(new HashSet<>(people))
                .forEach((person, all) ->
                        known.put(
                                person, new ArrayList<>(all.stream().map(Stay::content).toList())));
        List<Fresh> fresh = new ArrayList<>();
        int repeated = 0;
        int overlapping = 0;
        for (int i = 0; i < rows.size(); i++) {
            Stay.Content content = rows.get(i).content();
            UUID person = people.get(i);
            List<Stay.Content> before = known.computeIfAbsent(person, any -> new ArrayList<>());
            Sameness same = Sameness.of(content);
            if (before.stream().anyMatch(one -> Sameness.of(one).equals(same))) {
                repeated++;
                continue;
            }
            if (before.stream().anyMatch(one -> Stays.overlap(one, content))) {
                overlapping++;
            }
            fresh.add(new Fresh(person, content));
            before.add(content);
        }
        return new Sorted(fresh, repeated, overlapping);
    }

    /// Partners as written become organizations where that is certain; each spelling is asked once.
    private List<Row> recognised(List<Row> rows) {
        Map<String, Recognition.Question> questions = new LinkedHashMap<>();
        for (Row row : rows) {
            String written = row.content().partner().written();
            if (written != null) {
                questions.putIfAbsent(
                        key(row.content()),
                        new Recognition.Question(
                                written, Hints.country(partnerCountry(row.content()))));
            }
        }
        List<Recognised> answers = recognition.resolve(List.copyOf(questions.values()));
        Map<String, OrganizationRef> known = new HashMap<>();
        int i = 0;
        for (String key : questions.keySet()) {
            answers.get(i++).accepted().ifPresent(one -> known.put(key, one));
        }
        return rows.stream().map(row -> recognised(row, known.get(key(row.content())))).toList();
    }

    private static String key(Stay.Content content) {
        return content.partner().written() + "\n" + partnerCountry(content);
    }

    private static @Nullable String partnerCountry(Stay.Content content) {
        return content.direction() == Stay.Direction.OUTBOUND ? content.place().country() : null;
    }

    private static Row recognised(Row row, @Nullable OrganizationRef partner) {
        if (partner == null) {
            return row;
        }
        Stay.Content content = row.content();
        Country country = partner.country();
        boolean abroad = content.direction() == Stay.Direction.OUTBOUND;
        Stay.Place place =
                abroad && content.place().country() == null && country != null
                        ? new Stay.Place(country.code(), city(content, partner))
                        : content.place();
        return new Row(
                row.number(),
                row.person(),
                content.with(
                        new Stay.Partner(
                                partner.id(),
                                content.partner().written(),
                                content.partner().unit()),
                        place));
    }

    private static @Nullable String city(Stay.Content content, OrganizationRef partner) {
        return content.place().city() == null ? partner.city() : content.place().city();
    }
}
