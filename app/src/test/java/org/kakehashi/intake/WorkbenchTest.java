package org.kakehashi.intake;

import java.util.Map;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.kakehashi.access.Units;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The steps of the workbench as a visitor takes them.
abstract class WorkbenchTest extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Units units;

    Document upload(Visitor visitor, String name, byte[] content, String unit) {
        return visitor.upload(
                visitor.get("/intake").expectFirst("form[action=/intake/files]"),
                "files",
                name,
                content,
                Map.of(
                        "unit",
                        unit.isEmpty()
                                ? ""
                                : units.findByNameOrCode(unit).orElseThrow().id().toString()));
    }

    static Document layout(Visitor visitor, Document file) {
        return visitor.submit(file.expectFirst("form[action$=/imports]"), Map.of());
    }

    static Document read(Visitor visitor, Document layout) {
        return visitor.submit(
                layout.expectFirst("form[action$=/layout]"), Map.of("action", "continue"));
    }

    static Document compare(Visitor visitor, Document institutions) {
        return visitor.submit(institutions.expectFirst("form[action$=/comparison]"), Map.of());
    }

    static Document commit(Visitor visitor, Document review) {
        return visitor.submit(review.expectFirst("form[action$=/commit]"), Map.of());
    }

    Document review(Visitor visitor, String name, byte[] content, String unit) {
        return compare(
                visitor, read(visitor, layout(visitor, upload(visitor, name, content, unit))));
    }

    int agreements(String like) {
        return jooq.fetchSingle(
                        "select count(distinct agreement_id)::int from agreement.parties where name_written like ?",
                        like)
                .get(0, Integer.class);
    }

    static int tab(Document review, int place) {
        return Integer.parseInt(
                review.select(".tabs a").get(place).text().replaceAll("[^0-9]", ""));
    }
}
