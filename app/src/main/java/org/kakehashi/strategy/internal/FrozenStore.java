package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.FROZEN_FIGURES;
import static org.kakehashi.schema.strategy.Tables.FROZEN_RECORDS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.strategy.tables.records.FrozenFiguresRecord;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.FrozenFigure;
import org.kakehashi.strategy.FrozenRecord;
import org.kakehashi.strategy.Reading;
import org.springframework.stereotype.Repository;

/// Keeps frozen figures; the database lets nothing of them be changed.
@Repository
public class FrozenStore {
    private static final int SCALE = 10;

    private final DSLContext jooq;

    FrozenStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// A number as it is kept.
    public static BigDecimal kept(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    public List<LocalDate> days() {
        return jooq.selectDistinct(FROZEN_FIGURES.DAY)
                .from(FROZEN_FIGURES)
                .orderBy(FROZEN_FIGURES.DAY.desc())
                .fetch(FROZEN_FIGURES.DAY);
    }

    public List<FrozenFigure> on(LocalDate day) {
        return jooq.selectFrom(FROZEN_FIGURES)
                .where(FROZEN_FIGURES.DAY.eq(day))
                .orderBy(FROZEN_FIGURES.INDICATOR_CODE, FROZEN_FIGURES.ID)
                .fetch(FrozenStore::figure);
    }

    public Optional<FrozenFigure> find(UUID id) {
        return jooq.selectFrom(FROZEN_FIGURES)
                .where(FROZEN_FIGURES.ID.eq(id))
                .fetchOptional(FrozenStore::figure);
    }

    public Optional<FrozenFigure> last(String indicator, LocalDate day) {
        return jooq.selectFrom(FROZEN_FIGURES)
                .where(FROZEN_FIGURES.INDICATOR_CODE.eq(indicator))
                .and(FROZEN_FIGURES.DAY.eq(day))
                .orderBy(FROZEN_FIGURES.ID.desc())
                .limit(1)
                .fetchOptional(FrozenStore::figure);
    }

    public List<FrozenRecord> records(UUID figure) {
        return jooq.selectFrom(FROZEN_RECORDS)
                .where(FROZEN_RECORDS.FIGURE_ID.eq(figure))
                .orderBy(FROZEN_RECORDS.QUESTION, FROZEN_RECORDS.TITLE, FROZEN_RECORDS.RECORD_ID)
                .fetch(row ->
                        new FrozenRecord(
                                row.getQuestion(),
                                row.getMeasure(),
                                row.getRecordId(),
                                row.getTitle(),
                                row.getValue()));
    }

    public UUID insert(
            Reading reading,
            List<FrozenRecord> records,
            String fingerprint,
            String reason,
            @Nullable UUID revises) {
        Edition edition = reading.edition();
        BigDecimal value = reading.outcome().value();
        UUID id =
                Objects.requireNonNull(
                        jooq.insertInto(FROZEN_FIGURES)
                                .set(FROZEN_FIGURES.INDICATOR_CODE, reading.indicator().code())
                                .set(FROZEN_FIGURES.DAY, reading.day())
                                .set(FROZEN_FIGURES.VALUE, value == null ? null : kept(value))
                                .set(
                                        FROZEN_FIGURES.MISSING,
                                        reading.outcome().missing() == null
                                                ? null
                                                : reading.outcome().missing().name())
                                .set(FROZEN_FIGURES.UNIT, edition.unit())
                                .set(FROZEN_FIGURES.DECIMALS, edition.decimals())
                                .set(FROZEN_FIGURES.DEFINITION_JA, edition.definition().ja())
                                .set(FROZEN_FIGURES.DEFINITION_EN, edition.definition().en())
                                .set(FROZEN_FIGURES.EXPRESSION, edition.expression())
                                .set(FROZEN_FIGURES.FINGERPRINT, fingerprint)
                                .set(FROZEN_FIGURES.REASON, reason)
                                .set(FROZEN_FIGURES.REVISES, revises)
                                .set(FROZEN_FIGURES.FROZEN_BY, CurrentUser.get().id())
                                .returning(FROZEN_FIGURES.ID)
                                .fetchSingle()
                                .getId());
        var rows =
                records.stream()
                        .map(one -> {
                            var row = jooq.newRecord(FROZEN_RECORDS);
                            row.setFigureId(id);
                            row.setQuestion(one.question());
                            row.setMeasure(one.measure());
                            row.setRecordId(one.id());
                            row.setTitle(one.title());
                            row.setValue(one.value() == null ? null : kept(one.value()));
                            return row;
                        })
                        .toList();
        jooq.batchInsert(rows).execute();
        return id;
    }

    private static FrozenFigure figure(FrozenFiguresRecord row) {
        return new FrozenFigure(
                row.getId(),
                row.getIndicatorCode(),
                row.getDay(),
                row.getValue(),
                row.getMissing(),
                row.getUnit(),
                row.getDecimals(),
                new Bilingual(row.getDefinitionJa(), row.getDefinitionEn()),
                row.getExpression(),
                row.getFingerprint(),
                row.getReason(),
                row.getRevises(),
                row.getFrozenBy(),
                row.getFrozenAt());
    }
}
