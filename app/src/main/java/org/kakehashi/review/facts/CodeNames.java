package org.kakehashi.review.facts;

import static org.kakehashi.schema.review.Tables.BODIES;
import static org.kakehashi.schema.review.Tables.PROCESSES;

import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.ReviewSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What codes in figures are called: bodies, processes, kinds of what is decided on.
@Component
class CodeNames {
    private final DSLContext jooq;
    private final ObjectProvider<ReviewSubject> subjects;

    CodeNames(DSLContext jooq, ObjectProvider<ReviewSubject> subjects) {
        this.jooq = jooq;
        this.subjects = subjects;
    }

    String body(String code, Locale reader) {
        return called(
                jooq.select(BODIES.NAME_JA, BODIES.NAME_EN)
                        .from(BODIES)
                        .where(BODIES.CODE.eq(code))
                        .fetchOne(),
                code,
                reader);
    }

    /// By its newest edition.
    String process(String code, Locale reader) {
        return called(
                jooq.select(PROCESSES.NAME_JA, PROCESSES.NAME_EN)
                        .from(PROCESSES)
                        .where(PROCESSES.CODE.eq(code))
                        .orderBy(PROCESSES.EDITION.desc())
                        .limit(1)
                        .fetchOne(),
                code,
                reader);
    }

    String kind(String code, Locale reader) {
        return subjects.stream()
                .filter(one -> one.kind().equals(code))
                .findFirst()
                .map(one -> one.name().in(reader))
                .orElse(code);
    }

    private static String called(
            @Nullable Record2<String, String> name, String code, Locale reader) {
        return name == null
                ? code
                : Objects.requireNonNullElse(
                        new Bilingual(name.value1(), name.value2()).in(reader), code);
    }
}
