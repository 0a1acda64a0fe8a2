package org.kakehashi.person;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.internal.PersonStore;
import org.kakehashi.ui.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything recorded about a person, for that person (開示請求), from every room.
@Service
public class SubjectAccess {
    /// One value: where it stands, what it is called, what it says.
    public record Line(String place, String name, String value) {}

    private final PersonStore people;
    private final Duplicates duplicates;
    private final ObjectProvider<PersonRecords> records;
    private final Access access;
    private final Audit audit;

    SubjectAccess(
            PersonStore people,
            Duplicates duplicates,
            ObjectProvider<PersonRecords> records,
            Access access,
            Audit audit) {
        this.people = people;
        this.duplicates = duplicates;
        this.records = records;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayGive() {
        return access.may("person.export");
    }

    /// Noted as a reading of what is sensitive.
    @Transactional
    public List<Line> about(UUID id) {
        access.require("person.export");
        Person person = people.find(id).orElseThrow(KakehashiException::notFound);
        audit.read("person.givenOut", "person", id, Map.of());
        List<Line> lines = new ArrayList<>(own(person));
        for (Duplicates.Merged merged : duplicates.of(id)) {
            lines.addAll(own(merged.gone()));
        }
        for (PersonRecords room : records) {
            List<Map<String, String>> all = room.about(id);
            for (int i = 0; i < all.size(); i++) {
                String place = t(room.name() + ".about") + " " + (i + 1);
                all.get(i).forEach((name, value) -> lines.add(new Line(place, name, value)));
            }
        }
        return lines;
    }

    private List<Line> own(Person person) {
        Sensitive sensitive = people.sensitive(person.id());
        Person.Details details = person.details();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("person.number", person.number());
        values.put("person.category", t("person.category." + details.category().code()));
        values.put("person.own", details.names().own().familyFirst());
        values.put("person.kana", details.names().kana().familyFirst());
        values.put("person.latin", details.names().inLatin());
        values.put("person.mail", details.mail());
        values.put("person.phone", details.phone());
        values.put("person.purpose", t("person.purpose." + details.purpose().code()));
        values.put("person.consentOn", details.consentOn());
        values.put("person.birth", sensitive.birth());
        String nationality = sensitive.nationality();
        values.put(
                "person.nationality",
                nationality == null ? null : new Country(nationality).name(Text.locale()));
        values.put("person.gender", sensitive.gender());
        values.put("person.residence", sensitive.residence());
        values.put("person.residenceUntil", sensitive.residenceUntil());
        List<Line> lines = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                lines.add(
                        new Line(
                                t("person.record") + " " + person.number(),
                                t(key),
                                value.toString()));
            }
        });
        return lines;
    }
}
