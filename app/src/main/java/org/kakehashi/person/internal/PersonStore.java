package org.kakehashi.person.internal;

import static org.kakehashi.schema.person.Tables.PEOPLE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.PersonalValues;
import org.kakehashi.person.Bearing;
import org.kakehashi.person.Likeness.Traits;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.NewPerson;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonNames;
import org.kakehashi.person.Sensitive;
import org.kakehashi.schema.person.tables.records.PeopleRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes people. Its callers are in a transaction.
@Repository
public class PersonStore {
    private static final int ROWS = 500;

    /// A record as duplicates are looked for.
    public record Known(UUID id, List<String> keys, Traits traits) {}

    private final DSLContext jooq;
    private final PersonalValues personal;
    private final Marks marks;
    private final Clock clock;

    PersonStore(DSLContext jooq, PersonalValues personal, Marks marks, Clock clock) {
        this.jooq = jooq;
        this.personal = personal;
        this.marks = marks;
        this.clock = clock;
    }

    public Optional<Person> find(UUID id) {
        return jooq.selectFrom(PEOPLE).where(PEOPLE.ID.eq(id)).fetchOptional(PersonStore::person);
    }

    public Map<UUID, Person> find(Collection<UUID> ids) {
        return jooq.selectFrom(PEOPLE)
                .where(PEOPLE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(PEOPLE.ID, PersonStore::person);
    }

    /// Those whose name holds every word; by name.
    public List<Person> search(String typed, Condition readable, int offset, int limit) {
        return jooq.selectFrom(PEOPLE)
                .where(named(typed))
                .and(PEOPLE.MERGED_INTO.isNull())
                .and(PEOPLE.ERASED_AT.isNull())
                .and(readable)
                .orderBy(PEOPLE.SORT_NAME.collate("C"), PEOPLE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(PersonStore::person);
    }

    /// On `person.people`: the name holds every word typed, or the number is this.
    public static Condition named(String typed) {
        if (typed.strip().toUpperCase(java.util.Locale.ROOT).matches("P-\\d{7,}")) {
            return PEOPLE.NUMBER.eq(typed.strip().toUpperCase(java.util.Locale.ROOT));
        }
        Condition all = DSL.trueCondition();
        for (String term : Keys.terms(typed)) {
            all = all.and(PEOPLE.SEARCH.contains(term));
        }
        return all;
    }

    /// The sensitive values, opened; nothing of who has been erased.
    public Sensitive sensitive(UUID id) {
        PeopleRecord row = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(id));
        String birth = open(row.getBirthSealed());
        String until = open(row.getResidenceUntilSealed());
        return new Sensitive(
                birth == null ? null : LocalDate.parse(birth),
                open(row.getNationalitySealed()),
                open(row.getGenderSealed()),
                open(row.getResidenceSealed()),
                until == null ? null : LocalDate.parse(until));
    }

    private @Nullable String open(@Nullable String sealed) {
        return sealed == null ? null : personal.open(sealed).orElse(null);
    }

    public UUID insert(NewPerson fresh) {
        UUID id = freshIds(1).getFirst();
        jooq.executeInsert(row(id, fresh));
        return id;
    }

    /// Many at once, in the order given, with their history in one statement for some hundred.
    public List<UUID> insertAll(List<NewPerson> all) {
        List<UUID> ids = freshIds(all.size());
        setting("later");
        for (int from = 0; from < all.size(); from += ROWS) {
            int to = Math.min(all.size(), from + ROWS);
            List<UUID> some = ids.subList(from, to);
            List<UUID> sealing = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (!all.get(i).sensitive().equals(Sensitive.NONE)) {
                    sealing.add(ids.get(i));
                }
            }
            personal.prepare(sealing);
            List<PeopleRecord> rows = new ArrayList<>();
            for (int i = from; i < to; i++) {
                rows.add(row(ids.get(i), all.get(i)));
            }
            personal.release(sealing);
            jooq.insertInto(PEOPLE).set(rows).execute();
            begun(some);
        }
        setting("");
        return ids;
    }

    private void begun(List<UUID> ids) {
        jooq.execute(
                """
                insert into person.people_history
                select tstzrange(clock_timestamp(), null, '[)'), nullif(current_setting('kakehashi.actor', true), '')::uuid,
                    nullif(current_setting('kakehashi.reason', true), ''), (r.v).*
                from (select jsonb_populate_record(p, e.emptied) as v from person.people p,
                      (select kernel.emptied('person.people') as emptied) e where p.id = any (?::uuid[]) offset 0) r
                """,
                (Object) ids.toArray(UUID[]::new));
    }

    private List<UUID> freshIds(int count) {
        return jooq.select(DSL.field("uuidv7()", SQLDataType.UUID))
                .from(DSL.generateSeries(1, count))
                .fetch(Record1::value1);
    }

    private void setting(String value) {
        jooq.fetch("select set_config('person.history', ?, true)", value);
    }

    public void update(UUID id, int version, Person.Details details, Sensitive sensitive) {
        PeopleRecord row = new PeopleRecord();
        UUID key = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(id)).getSealedWith();
        fill(row, key, details, sensitive);
        row.reset(PEOPLE.SEALED_WITH);
        int found =
                jooq.update(PEOPLE)
                        .set(row)
                        .set(PEOPLE.VERSION, PEOPLE.VERSION.plus(1))
                        .where(PEOPLE.ID.eq(id).and(PEOPLE.VERSION.eq(version)))
                        .and(PEOPLE.ERASED_AT.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// Seals the sensitive values anew with a fresh key and destroys the old one.
    public void changeKey(UUID id) {
        Sensitive values = sensitive(id);
        PeopleRecord before = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(id));
        UUID fresh = UUID.randomUUID();
        PeopleRecord row = new PeopleRecord();
        seal(row, fresh, values);
        row.setSealedWith(fresh);
        row.setSealedAt(LocalDate.now(clock));
        jooq.update(PEOPLE).set(row).where(PEOPLE.ID.eq(id)).execute();
        if (!before.getSealedWith().equals(id)) {
            personal.erase(before.getSealedWith());
        }
    }

    /// Those whose values are sealed with a key from before that day.
    public List<UUID> sealedBefore(LocalDate day, int most) {
        return jooq.select(PEOPLE.ID)
                .from(PEOPLE)
                .where(PEOPLE.SEALED_AT.lt(day).and(PEOPLE.ERASED_AT.isNull()))
                .and(
                        PEOPLE.BIRTH_SEALED
                                .isNotNull()
                                .or(PEOPLE.NATIONALITY_SEALED.isNotNull())
                                .or(PEOPLE.RESIDENCE_SEALED.isNotNull())
                                .or(PEOPLE.GENDER_SEALED.isNotNull()))
                .orderBy(PEOPLE.ID)
                .limit(most)
                .fetch(PEOPLE.ID);
    }

    /// Records that share a key with any of these, by key.
    public List<Known> sharing(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jooq.select(PEOPLE.ID, PEOPLE.MATCH_KEYS, PEOPLE.BIRTH_MARK)
                .from(PEOPLE)
                .where(
                        DSL.condition(
                                "{0} && {1}::text[]",
                                PEOPLE.MATCH_KEYS, DSL.val(keys.toArray(String[]::new))))
                .and(PEOPLE.MERGED_INTO.isNull())
                .and(PEOPLE.ERASED_AT.isNull())
                .fetch(row ->
                        new Known(
                                row.value1(),
                                Arrays.asList(row.value2()),
                                Keys.traits(row.value2(), row.value3())));
    }

    /// What a record would be found by.
    public Keys keys(Person.Details details, Sensitive sensitive) {
        return Keys.of(details.names(), details.mail(), marks.of(sensitive.birth()));
    }

    /// The units that have to do with people, and until when their records run. A person of whom
    /// nothing is left keeps the units.
    public void bearing(Map<UUID, Bearing> bearings) {
        if (bearings.isEmpty()) {
            return;
        }
        setting("later");
        List<Map.Entry<UUID, Bearing>> ids = List.copyOf(bearings.entrySet());
        for (int from = 0; from < ids.size(); from += ROWS) {
            List<Map.Entry<UUID, Bearing>> some =
                    ids.subList(from, Math.min(ids.size(), from + ROWS));
            String units =
                    some.stream()
                            .map(one -> text(one.getValue().units()))
                            .collect(java.util.stream.Collectors.joining("|"));
            jooq.execute(
                    """
                    update person.people p set unit_ids = string_to_array(nullif(x.units, ''), ',')::uuid[], needed_until = x.until
                    from unnest(?::uuid[], string_to_array(?, '|'), ?::date[]) as x(id, units, until)
                    where p.id = x.id and x.units <> ''
                    """,
                    some.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    units,
                    some.stream().map(one -> one.getValue().until()).toArray(LocalDate[]::new));
        }
        setting("");
    }

    private static String text(Collection<UUID> units) {
        return units.stream().map(UUID::toString).collect(java.util.stream.Collectors.joining(","));
    }

    public void erase(UUID id) {
        PeopleRecord row = jooq.fetchOne(PEOPLE, PEOPLE.ID.eq(id));
        if (row == null) {
            return;
        }
        PeopleRecord empty = new PeopleRecord();
        fill(
                empty,
                id,
                new Person.Details(
                        Coded.of(Person.Category.class, row.getCategory()),
                        new PersonNames(
                                PersonNames.Script.NONE,
                                PersonNames.Script.NONE,
                                PersonNames.Script.NONE,
                                NameOrder.FAMILY_FIRST),
                        null,
                        null,
                        null,
                        Coded.of(Person.Purpose.class, row.getPurpose()),
                        null),
                Sensitive.NONE);
        empty.setErasedAt(OffsetDateTime.now(clock));
        empty.setVersion(row.getVersion() + 1);
        jooq.update(PEOPLE).set(empty).where(PEOPLE.ID.eq(id)).execute();
        if (!row.getSealedWith().equals(id)) {
            personal.erase(row.getSealedWith());
        }
    }

    private PeopleRecord row(UUID id, NewPerson fresh) {
        PeopleRecord row = new PeopleRecord();
        fill(row, id, fresh.details(), fresh.sensitive());
        row.setId(id);
        row.setUnitIds(fresh.units().toArray(UUID[]::new));
        return row;
    }

    private void fill(PeopleRecord row, UUID key, Person.Details details, Sensitive sensitive) {
        PersonNames names = details.names();
        Keys keys = keys(details, sensitive);
        row.setCategory(details.category().code());
        row.setFamilyNative(names.own().family());
        row.setGivenNative(names.own().given());
        row.setFamilyKana(names.kana().family());
        row.setGivenKana(names.kana().given());
        row.setFamilyLatin(names.latin().family());
        row.setGivenLatin(names.latin().given());
        row.setLatinOrder(names.order().code());
        row.setMail(details.mail());
        row.setPhone(details.phone());
        row.setLanguage(details.language());
        row.setPurpose(details.purpose().code());
        row.setConsentOn(details.consentOn());
        row.setSealedWith(key);
        seal(row, key, sensitive);
        row.setBirthMark(keys.traits().birth());
        row.setMatchKeys(keys.match().toArray(String[]::new));
        row.setSearch(keys.search());
        row.setSortName(keys.sort());
    }

    private void seal(PeopleRecord row, UUID key, Sensitive values) {
        row.setBirthSealed(sealed(key, values.birth()));
        row.setNationalitySealed(sealed(key, values.nationality()));
        row.setGenderSealed(sealed(key, values.gender()));
        row.setResidenceSealed(sealed(key, values.residence()));
        row.setResidenceUntilSealed(sealed(key, values.residenceUntil()));
    }

    private @Nullable String sealed(UUID key, @Nullable Object value) {
        return value == null ? null : personal.seal(key, value.toString());
    }

    static Person person(PeopleRecord row) {
        return new Person(
                row.getId(),
                row.getNumber(),
                row.getVersion(),
                new Person.Details(
                        Coded.of(Person.Category.class, row.getCategory()),
                        new PersonNames(
                                new PersonNames.Script(row.getFamilyNative(), row.getGivenNative()),
                                new PersonNames.Script(row.getFamilyKana(), row.getGivenKana()),
                                new PersonNames.Script(row.getFamilyLatin(), row.getGivenLatin()),
                                Coded.of(NameOrder.class, row.getLatinOrder())),
                        row.getMail(),
                        row.getPhone(),
                        row.getLanguage(),
                        Coded.of(Person.Purpose.class, row.getPurpose()),
                        row.getConsentOn()),
                Arrays.asList(row.getUnitIds()),
                row.getNeededUntil(),
                row.getMergedInto(),
                row.getErasedAt() != null);
    }

    /// Whoever is over before that day in this category, and not erased; the longest ago first.
    public List<Person> over(Person.Category category, LocalDate before, int most) {
        return jooq.selectFrom(PEOPLE)
                .where(PEOPLE.CATEGORY.eq(category.code()))
                .and(PEOPLE.NEEDED_UNTIL.lt(before))
                .and(PEOPLE.ERASED_AT.isNull())
                .orderBy(PEOPLE.NEEDED_UNTIL, PEOPLE.ID)
                .limit(most)
                .fetch(PersonStore::person);
    }
}
