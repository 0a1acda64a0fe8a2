package org.kakehashi.strategy;

import java.util.List;
import java.util.Map;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.formula.FormulaProblem;
import org.kakehashi.strategy.internal.CatalogueStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds indicators to the catalogue, and changes how they are defined. Nothing is rewritten: a
/// change is an edition from a fiscal year on.
@Service
@Transactional
public class Catalogue {
    static final String EDIT = "strategy.edit";

    private final CatalogueStore store;
    private final Plans plans;
    private final Readings readings;
    private final Access access;
    private final Audit audit;

    Catalogue(CatalogueStore store, Plans plans, Readings readings, Access access, Audit audit) {
        this.store = store;
        this.plans = plans;
        this.readings = readings;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayEdit() {
        return access.may(EDIT);
    }

    public void requireEdit() {
        access.require(EDIT);
    }

    /// Adds an indicator of this installation, under the next free code.
    public String add(IndicatorDraft draft) {
        access.require(EDIT);
        checked(draft.expression(), "", draft.unit());
        String code = store.add(draft);
        audit.record("strategy.indicator.added", "indicator", null, Map.of("code", code));
        return code;
    }

    /// Defines the indicator anew from the edition's fiscal year on.
    ///
    /// @param editions how many editions there were when the form was opened
    public void define(String code, Edition edition, int editions) {
        access.require(EDIT);
        Indicator indicator = plans.indicator(code);
        if (indicator.formula() != null) {
            throw KakehashiException.invalid("strategy.define.builtIn", Map.of());
        }
        checked(edition.expression(), code, edition.unit());
        if (indicator.editions().size() != editions) {
            throw KakehashiException.changedMeanwhile();
        }
        store.define(code, edition);
        audit.record(
                "strategy.indicator.defined",
                "indicator",
                null,
                Map.of("code", code, "fromYear", edition.fromYear()));
    }

    private void checked(
            @org.jspecify.annotations.Nullable String expression, String code, String unit) {
        List<FormulaProblem> problems =
                expression == null ? List.of() : readings.problems(expression, code, unit);
        if (!problems.isEmpty()) {
            throw KakehashiException.invalid(
                    "strategy.formula.refused", Map.of("formula", String.valueOf(expression)));
        }
    }
}
