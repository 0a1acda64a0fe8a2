package org.kakehashi.strategy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.internal.ValueStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Values of indicators that nothing computes: recorded by people or imported, with evidence.
/// Nothing is lost: what was replaced or taken back stays in the history.
@Service
@Transactional
public class RecordedValues {
    static final String RECORD = "strategy.record";

    private final ValueStore store;
    private final Plans plans;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    RecordedValues(ValueStore store, Plans plans, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayRecord() {
        return access.may(RECORD);
    }

    public void requireRecord() {
        access.require(RECORD);
    }

    /// Latest year first; the whole before its units.
    @Transactional(readOnly = true)
    public List<RecordedValue> list(String indicator) {
        access.require(Plans.READ);
        return store.list(indicator);
    }

    @Transactional(readOnly = true)
    public List<RecordedValue> listOf(int year) {
        access.require(Plans.READ);
        return store.listOf(year);
    }

    /// What was replaced or taken back, latest first.
    @Transactional(readOnly = true)
    public List<RecordedValue> past(String indicator) {
        access.require(Plans.READ);
        return store.past(indicator);
    }

    public void record(String code, ValueEntry entry) {
        access.require(RECORD);
        Indicator indicator = plans.indicator(code);
        if (!indicator.recorded()) {
            throw KakehashiException.invalid("strategy.record.computed", Map.of());
        }
        Map<String, String> problems =
                ValueEntry.problems(
                        indicator,
                        Integer.toString(entry.year()),
                        entry.value().toPlainString(),
                        entry.evidence(),
                        java.time.LocalDate.now(clock));
        if (!problems.isEmpty()) {
            throw KakehashiException.invalid(problems.values().iterator().next(), Map.of());
        }
        store.save(code, entry);
        audit.record(
                "strategy.value.recorded",
                "indicator",
                null,
                Map.of("code", code, "year", entry.year()));
    }

    public void takeBack(String code, UUID id, int version) {
        access.require(RECORD);
        store.delete(code, id, version);
        audit.record("strategy.value.takenBack", "indicator", null, Map.of("code", code));
    }

    /// Every value of a file, or none.
    public int importAll(List<Entry> entries) {
        entries.forEach(one -> record(one.indicator(), one.entry()));
        return entries.size();
    }

    /// A value of an indicator.
    public record Entry(String indicator, ValueEntry entry) {}
}
