package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.INQUIRIES;
import static org.kakehashi.schema.mobility.Tables.INQUIRY_ADDRESSEES;
import static org.kakehashi.schema.mobility.Tables.SIGNS;
import static org.kakehashi.schema.mobility.Tables.STAYS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.person.Tables.PEOPLE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.PersonalValues;
import org.kakehashi.mobility.Crisis.Answer;
import org.kakehashi.mobility.Crisis.Asked;
import org.kakehashi.mobility.Crisis.Inquiry;
import org.kakehashi.mobility.Crisis.Means;
import org.kakehashi.mobility.Crisis.Place;
import org.kakehashi.mobility.Crisis.Question;
import org.kakehashi.mobility.Crisis.Somebody;
import org.kakehashi.mobility.Crisis.State;
import org.kakehashi.mobility.Stay;
import org.springframework.stereotype.Repository;

/// Whereabouts, and the only class that writes signs of life, inquiries and their answers. What
/// people say is sealed with their key.
@Repository
public class CrisisStore {
    private static final int SHOWN = 50;

    private final DSLContext jooq;
    private final PersonalValues personal;
    private final Clock clock;

    CrisisStore(DSLContext jooq, PersonalValues personal, Clock clock) {
        this.jooq = jooq;
        this.personal = personal;
        this.clock = clock;
    }

    /// A stay whose end nobody knows counts as going on for a year.
    private static Condition during(Question question) {
        Condition there =
                STAYS.STATUS
                        .notIn("cancelled", "completed", "returned_early")
                        .and(STAYS.STARTS.le(question.until()))
                        .and(
                                STAYS.ENDS
                                        .ge(question.from())
                                        .or(
                                                STAYS.ENDS
                                                        .isNull()
                                                        .and(
                                                                STAYS.STARTS.ge(
                                                                        question.from()
                                                                                .minusYears(1)))));
        String country = question.country();
        if (country != null) {
            there =
                    there.and(
                            country.equals("?")
                                    ? STAYS.COUNTRY.isNull()
                                    : STAYS.COUNTRY.eq(country));
        }
        String city = question.city();
        if (city != null) {
            there = there.and(city.equals("?") ? STAYS.CITY.isNull() : STAYS.CITY.eq(city));
        }
        Stay.Direction direction = question.direction();
        return direction == null ? there : there.and(STAYS.DIRECTION.eq(direction.code()));
    }

    /// A person with two stays in a place is counted once there. Whoever has given no sign in a day
    /// is silent.
    public List<Place> places(Question question, OffsetDateTime now) {
        Field<Integer> there =
                DSL.countDistinct(STAYS.PERSON_ID).filterWhere(STAYS.STARTS.le(question.from()));
        Field<Integer> later =
                DSL.countDistinct(STAYS.PERSON_ID).filterWhere(STAYS.STARTS.gt(question.from()));
        Table<?> recent =
                jooq.selectDistinct(SIGNS.PERSON_ID.as("heard_id"))
                        .from(SIGNS)
                        .where(SIGNS.AT.ge(now.minusDays(1)))
                        .asTable("recent");
        Field<UUID> heard = recent.field("heard_id", UUID.class);
        Field<Integer> silent =
                DSL.countDistinct(STAYS.PERSON_ID)
                        .filterWhere(STAYS.STARTS.le(question.from()).and(heard.isNull()));
        return jooq.select(STAYS.COUNTRY, STAYS.CITY, there, later, silent)
                .from(STAYS)
                .leftJoin(recent)
                .on(heard.eq(STAYS.PERSON_ID))
                .where(during(question))
                .groupBy(STAYS.COUNTRY, STAYS.CITY)
                .orderBy(there.desc(), later.desc(), STAYS.COUNTRY, STAYS.CITY)
                .fetch(row ->
                        new Place(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    public List<Somebody> people(Question question, int limit) {
        Field<Boolean> now = DSL.field(STAYS.STARTS.le(question.from()));
        Field<OffsetDateTime> heard = DSL.field("sign.at", SQLDataType.TIMESTAMPWITHTIMEZONE);
        Field<String> state = DSL.field("sign.state", SQLDataType.CLOB);
        return jooq.select(
                        STAYS.ID,
                        STAYS.PERSON_ID,
                        PEOPLE.NUMBER,
                        PEOPLE.FAMILY_NATIVE,
                        PEOPLE.GIVEN_NATIVE,
                        PEOPLE.FAMILY_KANA,
                        PEOPLE.GIVEN_KANA,
                        PEOPLE.FAMILY_LATIN,
                        PEOPLE.GIVEN_LATIN,
                        PEOPLE.LATIN_ORDER,
                        PEOPLE.MAIL,
                        PEOPLE.PHONE,
                        STAYS.DIRECTION,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.NAME_JA,
                        ORGANIZATIONS.NAME_EN,
                        STAYS.ORGANIZATION_WRITTEN,
                        STAYS.COUNTRY,
                        STAYS.CITY,
                        STAYS.UNIT_ID,
                        STAYS.STARTS,
                        STAYS.ENDS,
                        now,
                        heard,
                        state)
                .from(STAYS)
                .join(PEOPLE)
                .on(PEOPLE.ID.eq(STAYS.PERSON_ID))
                .leftJoin(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(STAYS.ORGANIZATION_ID))
                .leftJoin(
                        "lateral (select g.at, g.state from mobility.signs g where g.person_id ="
                                + " {0} and g.at >= {1} order by g.at desc limit 1) as sign",
                        STAYS.PERSON_ID, STAYS.STARTS)
                .on(DSL.trueCondition())
                .where(during(question))
                .orderBy(STAYS.COUNTRY, STAYS.CITY, now.desc(), STAYS.PERSON_ID)
                .limit(limit)
                .fetch(row -> somebody(row, now, heard, state));
    }

    private static Somebody somebody(
            Record row, Field<Boolean> now, Field<OffsetDateTime> heard, Field<String> state) {
        String written = row.get(STAYS.ORGANIZATION_WRITTEN);
        String registered = row.get(ORGANIZATIONS.NAME);
        String fallback = registered == null ? written : registered;
        String ja = row.get(ORGANIZATIONS.NAME_JA);
        String en = row.get(ORGANIZATIONS.NAME_EN);
        String said = row.get(state);
        return new Somebody(
                row.get(STAYS.ID),
                row.get(STAYS.PERSON_ID),
                row.get(PEOPLE.NUMBER),
                StayLists.names(row),
                row.get(PEOPLE.MAIL),
                row.get(PEOPLE.PHONE),
                Coded.of(Stay.Direction.class, row.get(STAYS.DIRECTION)),
                new Bilingual(ja == null ? fallback : ja, en == null ? fallback : en),
                row.get(STAYS.COUNTRY),
                row.get(STAYS.CITY),
                row.get(STAYS.UNIT_ID),
                row.get(STAYS.STARTS),
                row.get(STAYS.ENDS),
                row.get(now),
                row.get(heard),
                said == null ? null : Coded.of(State.class, said));
    }

    public static Collector<Somebody, ?, List<Somebody>> oncePerPerson() {
        return Collectors.collectingAndThen(
                Collectors.toMap(Somebody::person, one -> one, (a, b) -> a, LinkedHashMap::new),
                map -> List.copyOf(map.values()));
    }

    public void sign(UUID person, Means means, State state, @Nullable String said) {
        jooq.insertInto(SIGNS)
                .set(SIGNS.PERSON_ID, person)
                .set(SIGNS.AT, OffsetDateTime.now(clock))
                .set(SIGNS.KIND, means.code())
                .set(SIGNS.STATE, state.code())
                .set(SIGNS.SAID_SEALED, said == null ? null : personal.seal(person, said))
                .set(SIGNS.RECORDED_BY, CurrentUser.get().id())
                .execute();
    }

    public UUID insert(Bilingual subject, Bilingual text, String chosen, OffsetDateTime until) {
        return jooq.insertInto(INQUIRIES)
                .set(INQUIRIES.ASKED_AT, OffsetDateTime.now(clock))
                .set(INQUIRIES.ASKED_BY, CurrentUser.get().id())
                .set(INQUIRIES.SUBJECT_JA, subject.ja())
                .set(INQUIRIES.SUBJECT_EN, subject.en())
                .set(INQUIRIES.TEXT_JA, text.ja())
                .set(INQUIRIES.TEXT_EN, text.en())
                .set(INQUIRIES.CHOSEN, chosen)
                .set(INQUIRIES.OPEN_UNTIL, until)
                .returningResult(INQUIRIES.ID)
                .fetchSingle()
                .value1();
    }

    public void address(UUID inquiry, Somebody one, byte @Nullable [] token, @Nullable UUID mail) {
        jooq.insertInto(INQUIRY_ADDRESSEES)
                .set(INQUIRY_ADDRESSEES.INQUIRY_ID, inquiry)
                .set(INQUIRY_ADDRESSEES.PERSON_ID, one.person())
                .set(INQUIRY_ADDRESSEES.STAY_ID, one.stay())
                .set(INQUIRY_ADDRESSEES.TOKEN_HASH, token)
                .set(INQUIRY_ADDRESSEES.MAIL_ID, mail)
                .execute();
    }

    public List<Inquiry> inquiries() {
        return read(DSL.trueCondition());
    }

    public Optional<Inquiry> inquiry(UUID id) {
        return read(INQUIRIES.ID.eq(id)).stream().findFirst();
    }

    private List<Inquiry> read(Condition condition) {
        Field<Integer> asked = DSL.count(INQUIRY_ADDRESSEES.ID);
        Field<Integer> unreachable =
                DSL.count()
                        .filterWhere(
                                INQUIRY_ADDRESSEES
                                        .ID
                                        .isNotNull()
                                        .and(INQUIRY_ADDRESSEES.TOKEN_HASH.isNull()));
        Field<Integer> safe = DSL.count().filterWhere(INQUIRY_ADDRESSEES.STATE.eq("safe"));
        Field<Integer> help = DSL.count().filterWhere(INQUIRY_ADDRESSEES.STATE.eq("help"));
        return jooq.select(INQUIRIES.asterisk(), asked, unreachable, safe, help)
                .from(INQUIRIES)
                .leftJoin(INQUIRY_ADDRESSEES)
                .on(INQUIRY_ADDRESSEES.INQUIRY_ID.eq(INQUIRIES.ID))
                .where(condition)
                .groupBy(INQUIRIES.ID)
                .orderBy(INQUIRIES.ASKED_AT.desc())
                .limit(SHOWN)
                .fetch(row ->
                        new Inquiry(
                                row.get(INQUIRIES.ID),
                                row.get(INQUIRIES.ASKED_AT),
                                new Bilingual(
                                        row.get(INQUIRIES.SUBJECT_JA),
                                        row.get(INQUIRIES.SUBJECT_EN)),
                                new Bilingual(
                                        row.get(INQUIRIES.TEXT_JA), row.get(INQUIRIES.TEXT_EN)),
                                row.get(INQUIRIES.OPEN_UNTIL),
                                row.get(asked),
                                row.get(unreachable),
                                row.get(safe),
                                row.get(help),
                                row.get(asked) - row.get(safe) - row.get(help)));
    }

    /// Those in need first, then the silent, then the safe.
    public List<Answer> answers(UUID inquiry) {
        List<Answer> answers = new ArrayList<>();
        jooq.select(INQUIRY_ADDRESSEES.asterisk(), PEOPLE.asterisk())
                .from(INQUIRY_ADDRESSEES)
                .join(PEOPLE)
                .on(PEOPLE.ID.eq(INQUIRY_ADDRESSEES.PERSON_ID))
                .where(INQUIRY_ADDRESSEES.INQUIRY_ID.eq(inquiry))
                .orderBy(
                        DSL.case_(INQUIRY_ADDRESSEES.STATE)
                                .when("help", 0)
                                .when("safe", 2)
                                .else_(1),
                        PEOPLE.SORT_NAME)
                .forEach(row -> {
                    String state = row.get(INQUIRY_ADDRESSEES.STATE);
                    String said = row.get(INQUIRY_ADDRESSEES.SAID_SEALED);
                    answers.add(
                            new Answer(
                                    row.get(INQUIRY_ADDRESSEES.PERSON_ID),
                                    StayLists.names(row),
                                    row.get(PEOPLE.MAIL),
                                    row.get(PEOPLE.PHONE),
                                    row.get(INQUIRY_ADDRESSEES.TOKEN_HASH) != null,
                                    row.get(INQUIRY_ADDRESSEES.ANSWERED_AT),
                                    state == null ? null : Coded.of(State.class, state),
                                    said == null ? null : personal.open(said).orElse(null)));
                });
        return answers;
    }

    public Optional<Asked> asked(byte[] token, OffsetDateTime now) {
        return jooq.select(INQUIRIES.asterisk(), INQUIRY_ADDRESSEES.STATE)
                .from(INQUIRY_ADDRESSEES)
                .join(INQUIRIES)
                .on(INQUIRIES.ID.eq(INQUIRY_ADDRESSEES.INQUIRY_ID))
                .where(INQUIRY_ADDRESSEES.TOKEN_HASH.eq(token))
                .fetchOptional(row -> {
                    String state = row.get(INQUIRY_ADDRESSEES.STATE);
                    return new Asked(
                            new Bilingual(
                                    row.get(INQUIRIES.SUBJECT_JA), row.get(INQUIRIES.SUBJECT_EN)),
                            new Bilingual(row.get(INQUIRIES.TEXT_JA), row.get(INQUIRIES.TEXT_EN)),
                            row.get(INQUIRIES.OPEN_UNTIL).isBefore(now),
                            state == null ? null : Coded.of(State.class, state));
                });
    }

    /// Whose answer it is; empty where the link is unknown or over.
    public Optional<UUID> answer(
            byte[] token, State state, @Nullable String said, OffsetDateTime now) {
        Map<UUID, UUID> found =
                jooq.select(INQUIRY_ADDRESSEES.ID, INQUIRY_ADDRESSEES.PERSON_ID)
                        .from(INQUIRY_ADDRESSEES)
                        .join(INQUIRIES)
                        .on(INQUIRIES.ID.eq(INQUIRY_ADDRESSEES.INQUIRY_ID))
                        .where(INQUIRY_ADDRESSEES.TOKEN_HASH.eq(token))
                        .and(INQUIRIES.OPEN_UNTIL.ge(now))
                        .fetchMap(INQUIRY_ADDRESSEES.ID, INQUIRY_ADDRESSEES.PERSON_ID);
        found.forEach((id, person) ->
                jooq.update(INQUIRY_ADDRESSEES)
                        .set(INQUIRY_ADDRESSEES.ANSWERED_AT, now)
                        .set(INQUIRY_ADDRESSEES.STATE, state.code())
                        .set(
                                INQUIRY_ADDRESSEES.SAID_SEALED,
                                said == null ? null : personal.seal(person, said))
                        .where(INQUIRY_ADDRESSEES.ID.eq(id))
                        .execute());
        return found.values().stream().findFirst();
    }

    /// What somebody said goes when they are erased.
    void forget(UUID person) {
        jooq.update(SIGNS).setNull(SIGNS.SAID_SEALED).where(SIGNS.PERSON_ID.eq(person)).execute();
        jooq.update(INQUIRY_ADDRESSEES)
                .setNull(INQUIRY_ADDRESSEES.SAID_SEALED)
                .setNull(INQUIRY_ADDRESSEES.TOKEN_HASH)
                .where(INQUIRY_ADDRESSEES.PERSON_ID.eq(person))
                .execute();
    }
}
