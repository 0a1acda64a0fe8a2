package org.kakehashi.partnership.country.internal;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.partnership.Tables.ACQUAINTANCES;
import static org.kakehashi.schema.partnership.Tables.COUNTRY_PLANS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.country.Acquaintance;
import org.kakehashi.partnership.country.CountryPlan;
import org.kakehashi.schema.partnership.tables.records.AcquaintancesRecord;
import org.kakehashi.schema.partnership.tables.records.CountryPlansRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes plans for countries, and who knows them.
@Repository
public class CountryStore implements HoldsPersonalValues {
    private static final Condition OPEN = COUNTRY_PLANS.STATUS.in("planned", "running");

    private final DSLContext jooq;

    CountryStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<CountryPlan> plans(String place) {
        return jooq.selectFrom(COUNTRY_PLANS)
                .where(COUNTRY_PLANS.PLACE.eq(place))
                .orderBy(
                        DSL.when(OPEN, 0).otherwise(1),
                        COUNTRY_PLANS.FROM_DAY.desc(),
                        COUNTRY_PLANS.ID)
                .fetch(CountryStore::plan);
    }

    public Optional<CountryPlan> plan(UUID id) {
        return jooq.selectFrom(COUNTRY_PLANS)
                .where(COUNTRY_PLANS.ID.eq(id))
                .fetchOptional(CountryStore::plan);
    }

    public Map<String, Integer> open() {
        return jooq.select(COUNTRY_PLANS.PLACE, DSL.count())
                .from(COUNTRY_PLANS)
                .where(OPEN)
                .groupBy(COUNTRY_PLANS.PLACE)
                .fetchMap(COUNTRY_PLANS.PLACE, DSL.count());
    }

    public List<CountryPlan> due(UUID owner, LocalDate day) {
        return jooq.selectFrom(COUNTRY_PLANS)
                .where(COUNTRY_PLANS.OWNER.eq(owner))
                .and(OPEN)
                .and(COUNTRY_PLANS.REVIEW_ON.le(day).or(COUNTRY_PLANS.UNTIL_DAY.lt(day)))
                .orderBy(COUNTRY_PLANS.REVIEW_ON)
                .fetch(CountryStore::plan);
    }

    public UUID save(CountryPlan plan) {
        CountryPlansRecord row = new CountryPlansRecord();
        row.setPlace(plan.place());
        row.setTitleJa(plan.title().ja());
        row.setTitleEn(plan.title().en());
        row.setGoalJa(plan.goal().ja());
        row.setGoalEn(plan.goal().en());
        row.setUnitId(plan.unit());
        row.setOwner(plan.owner());
        row.setFromDay(plan.from());
        row.setUntilDay(plan.until());
        row.setStatus(plan.status().code());
        row.setReviewOn(plan.reviewOn());
        UUID id = plan.id();
        if (id == null) {
            return jooq.insertInto(COUNTRY_PLANS)
                    .set(row)
                    .returningResult(COUNTRY_PLANS.ID)
                    .fetchSingle()
                    .value1();
        }
        int found =
                jooq.update(COUNTRY_PLANS)
                        .set(row)
                        .set(COUNTRY_PLANS.VERSION, COUNTRY_PLANS.VERSION.plus(1))
                        .where(COUNTRY_PLANS.ID.eq(id))
                        .and(COUNTRY_PLANS.VERSION.eq(plan.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        return id;
    }

    private static CountryPlan plan(CountryPlansRecord row) {
        return new CountryPlan(
                row.getId(),
                row.getPlace(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                new Bilingual(row.getGoalJa(), row.getGoalEn()),
                row.getUnitId(),
                row.getOwner(),
                row.getFromDay(),
                row.getUntilDay(),
                Coded.of(CountryPlan.Status.class, row.getStatus()),
                row.getReviewOn(),
                row.getVersion());
    }

    public List<Acquaintance> acquaintances(Collection<String> countries) {
        return acquaintances(
                ACQUAINTANCES
                        .COUNTRY
                        .in(countries)
                        .or(
                                ACQUAINTANCES.ORGANIZATION_ID.in(
                                        DSL.select(ORGANIZATIONS.ID)
                                                .from(ORGANIZATIONS)
                                                .where(
                                                        ORGANIZATIONS.ID.in(
                                                                DSL.select(
                                                                                ACQUAINTANCES
                                                                                        .ORGANIZATION_ID)
                                                                        .from(ACQUAINTANCES)))
                                                .and(ORGANIZATIONS.COUNTRY.in(countries)))));
    }

    public List<Acquaintance> acquaintances(UUID organization) {
        return acquaintances(ACQUAINTANCES.ORGANIZATION_ID.eq(organization));
    }

    public List<Acquaintance> ofUser(UUID user) {
        return acquaintances(ACQUAINTANCES.USER_ID.eq(user));
    }

    private List<Acquaintance> acquaintances(Condition condition) {
        return jooq.selectFrom(ACQUAINTANCES)
                .where(condition)
                .orderBy(ACQUAINTANCES.ID)
                .fetch(CountryStore::acquaintance);
    }

    public void insert(Acquaintance stated) {
        AcquaintancesRecord row = new AcquaintancesRecord();
        row.setUserId(stated.user());
        row.setCountry(stated.country());
        row.setOrganizationId(stated.organization());
        row.setLanguages(stated.languages().toArray(String[]::new));
        row.setFromYear(stated.fromYear());
        row.setUntilYear(stated.untilYear());
        row.setWhatJa(stated.what().ja());
        row.setWhatEn(stated.what().en());
        row.setAgreedOn(stated.agreedOn());
        jooq.executeInsert(row);
    }

    public int delete(UUID user, UUID id) {
        return jooq.deleteFrom(ACQUAINTANCES)
                .where(ACQUAINTANCES.ID.eq(id))
                .and(ACQUAINTANCES.USER_ID.eq(user))
                .execute();
    }

    @Override
    public void erase(UUID person) {
        jooq.deleteFrom(ACQUAINTANCES).where(ACQUAINTANCES.USER_ID.eq(person)).execute();
    }

    private static Acquaintance acquaintance(AcquaintancesRecord row) {
        return new Acquaintance(
                row.getId(),
                row.getUserId(),
                row.getCountry(),
                row.getOrganizationId(),
                Arrays.asList(row.getLanguages()),
                row.getFromYear(),
                row.getUntilYear(),
                new Bilingual(row.getWhatJa(), row.getWhatEn()),
                row.getAgreedOn());
    }
}
