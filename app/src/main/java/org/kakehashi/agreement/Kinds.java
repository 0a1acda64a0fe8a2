package org.kakehashi.agreement;

import static org.kakehashi.schema.agreement.Tables.KINDS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.springframework.stereotype.Component;

/// What agreements are about (種別): the rows of `agreement.kinds`, read once.
@Component
public class Kinds {
    /// @param survey the content category of MEXT's survey it is reported under
    public record Kind(String code, Bilingual name, @Nullable String survey) {}

    private final DSLContext jooq;
    private volatile @Nullable Map<String, Kind> byCode;

    Kinds(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Kind> list() {
        return List.copyOf(byCode().values());
    }

    public Optional<Kind> find(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /// The name of the kind; a code nobody knows is its own name.
    public Bilingual name(String code) {
        return find(code).map(Kind::name).orElseGet(() -> new Bilingual(code, code));
    }

    private Map<String, Kind> byCode() {
        Map<String, Kind> known = byCode;
        if (known == null) {
            Map<String, Kind> read = new LinkedHashMap<>();
            jooq.selectFrom(KINDS)
                    .orderBy(KINDS.POSITION)
                    .forEach(row ->
                            read.put(
                                    row.getCode(),
                                    new Kind(
                                            row.getCode(),
                                            new Bilingual(row.getNameJa(), row.getNameEn()),
                                            row.getSurvey())));
            known = read;
            byCode = known;
        }
        return known;
    }
}
