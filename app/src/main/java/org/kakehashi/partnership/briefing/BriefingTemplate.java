package org.kakehashi.partnership.briefing;

import java.util.Arrays;
import java.util.List;
import org.kakehashi.document.PlainTemplate;

/// The template of a briefing paper that comes with the product. Its fields are those of
/// [BriefingValues], described in docs/modules/partnership.md.
final class BriefingTemplate {
    private BriefingTemplate() {}

    static PlainTemplate of(Tongue tongue) {
        PlainTemplate paper = new PlainTemplate();
        paper.title("{{partner}}");
        paper.paragraph(tongue.say("partnership.briefing") + " {{today}}");
        paper.paragraph("{{?place}}{{place}}");
        visit(paper, tongue);
        paper.heading("{{?talking_points}}" + tongue.say("partnership.visit.talking"));
        paper.paragraph("{{?talking_points}}{{talking_points}}");
        paper.heading(tongue.say("partnership.profile.glance"));
        fact(paper, tongue, "partnership.profile.inForce", "in_force");
        fact(paper, tongue, "partnership.briefing.endsFirst", "ends_first");
        fact(paper, tongue, "partnership.profile.students", "students");
        fact(paper, tongue, "partnership.profile.lastVisit", "last_visit");
        fact(paper, tongue, "compliance.dueDiligence", "due_diligence");
        paper.paragraph("{{?due_diligence_findings}}{{due_diligence_findings}}");
        list(paper, tongue, "partnership.briefing.people", "people", "name", "position", "last");
        list(paper, tongue, "agreement.section", "agreements", "number", "title", "status", "end");
        list(paper, tongue, "partnership.profile.exchange", "exchange", "year", "in", "out");
        list(paper, tongue, "partnership.profile.places", "places", "number", "used", "owed");
        list(paper, tongue, "partnership.visits", "visits", "day", "direction", "purpose");
        list(paper, tongue, "partnership.profile.open", "open", "what", "due");
        list(paper, tongue, "partnership.news", "news", "day", "what");
        return paper;
    }

    private static void visit(PlainTemplate paper, Tongue tongue) {
        paper.heading("{{?visit}}{{visit}}");
        fact(paper, tongue, "partnership.purpose", "purpose");
        fact(paper, tongue, "partnership.guests", "guests");
        fact(paper, tongue, "partnership.hosts", "hosts");
        list(paper, tongue, "partnership.programme", "programme", "when", "what", "where", "who");
    }

    private static void fact(PlainTemplate paper, Tongue tongue, String label, String field) {
        paper.paragraph("{{?" + field + "}}" + tongue.say(label) + ": {{" + field + "}}");
    }

    private static void list(
            PlainTemplate paper, Tongue tongue, String heading, String list, String... columns) {
        String has = "has_" + list;
        paper.heading("{{?" + has + "}}" + tongue.say(heading));
        List<String> headings =
                Arrays.stream(columns)
                        .map(one -> tongue.say("partnership.briefing." + list + "." + one))
                        .toList();
        List<String> fields =
                Arrays.stream(columns).map(one -> "{{" + list + "." + one + "}}").toList();
        paper.table(has, headings, fields);
    }
}
