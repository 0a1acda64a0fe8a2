package org.kakehashi.bench.recovery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.kakehashi.ui.Dates;

/// What people do while the product is killed, each through the public pages.
final class Work {
    static final String UNIT = "Unit ";
    static final String LIST = "回復試験大学";
    static final String COMMENT = "Decided ";
    static final String RESOLUTION = "Resolved ";
    static final String DOCUMENT = "Paper ";

    private final Ledger ledger;
    private final String process;
    private final String meeting;

    /// @param process the key of the published process that matters go through
    /// @param meeting the address of a meeting of the committee that is its second step
    Work(Ledger ledger, String process, String meeting) {
        this.ledger = ledger;
        this.process = process;
        this.meeting = meeting;
    }

    /// Changes the name of the library.
    void edit(Person office) throws IOException, InterruptedException {
        String name = UNIT + ledger.number();
        String page =
                office.get("/units").select("a:contains(Library), a:contains(Unit )").attr("href");
        Element form = office.get(page).expectFirst("form[action^=/units/]");
        ledger.asked(name);
        Document answer = office.submit(form, Map.of("nameEn", name, "nameJa", "附属図書館"));
        if (URI.create(answer.location()).getPath().equals("/units")) {
            ledger.confirmed(name);
        }
    }

    /// Takes in a list of two agreements: upload, layout, institutions, comparison, commit.
    void importList(Person office) throws IOException, InterruptedException {
        String partner = LIST + ledger.number() + "号";
        String csv =
                "相手大学,国・地域,部局,締結日,有効期限\r\n"
                        + partner
                        + ",ドイツ,工学研究科,2018-04-01,2028-03-31\r\n"
                        + partner
                        + ",ドイツ,理学研究科,2019-10-01,2029-09-30\r\n";
        ledger.asked("file " + partner);
        Document file =
                office.upload(
                        office.get("/intake").expectFirst("form[action=/intake/files]"),
                        "files",
                        partner + ".csv",
                        csv.getBytes(StandardCharsets.UTF_8));
        Element imports = file.expectFirst("form[action$=/imports]");
        ledger.confirmed("file " + partner);
        Document layout = office.submit(imports, Map.of());
        Document institutions =
                office.submit(
                        layout.expectFirst("form[action$=/layout]"), Map.of("action", "continue"));
        Document review =
                office.submit(institutions.expectFirst("form[action$=/comparison]"), Map.of());
        ledger.asked(partner);
        Document stored = office.submit(review.expectFirst("form[action$=/commit]"), Map.of());
        if (stored.text().contains("2 new")) {
            ledger.confirmed(partner);
        }
    }

    /// Puts a document on an agreement.
    void file(Person office, String agreement) throws IOException, InterruptedException {
        String name = DOCUMENT + ledger.number();
        Element form =
                office.get("/documents/of/agreement/" + agreement)
                        .expectFirst("form[enctype=multipart/form-data]");
        ledger.asked(name);
        Document answer =
                office.upload(
                        form,
                        "file",
                        name + ".txt",
                        ("Agreed text " + name + "\n")
                                .repeat(2_000)
                                .getBytes(StandardCharsets.UTF_8));
        if (answer.text().contains(name)
                && URI.create(answer.location()).getPath().matches("/documents/[0-9a-f-]{36}")) {
            ledger.confirmed(name);
        }
    }

    /// Puts a matter to review; the vice-president decides its first step, the committee in its
    /// meeting the second.
    void decide(Person office, Person executive, String unit)
            throws IOException, InterruptedException {
        int number = ledger.number();
        Document matter =
                office.submit(
                        office.get("/matters/new").expectFirst("main form"),
                        Map.of(
                                "titleEn",
                                "Matter " + number,
                                "level",
                                "university",
                                "units",
                                unit,
                                "burden",
                                "no"));
        String link = matter.expectFirst("a[href^=/reviews/propose]").attr("href");
        Document shown =
                office.submit(
                        office.get(link).expectFirst("main form"), Map.of("process", process));
        Element form =
                executive
                        .get(URI.create(shown.location()).getPath())
                        .expectFirst("form[action*=/steps/]");
        String comment = COMMENT + number + ".";
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("outcome", "favourable");
        typed.put("comment", comment);
        ledger.asked(comment);
        Document after = executive.submit(form, typed);
        if (after.select(".problems").isEmpty() && after.text().contains(comment)) {
            ledger.confirmed(comment);
            resolve(office, URI.create(shown.location()).getPath(), number);
        }
    }

    private void resolve(Person office, String matter, int number)
            throws IOException, InterruptedException {
        Element waiting =
                office.get(meeting).select("form[action$=/cases]").stream()
                        .filter(form -> matter.endsWith(form.select("[name=caseId]").val()))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no agenda takes " + matter));
        Document agenda = office.submit(waiting, Map.of());
        Element form =
                agenda.expectFirst("article:has(h3 a[href=" + matter + "])")
                        .expectFirst("form[action$=/decisions]");
        String words = RESOLUTION + number + ".";
        ledger.asked(words);
        Document after =
                office.submit(
                        form, Map.of("result", "approved", "inFavour", "1", "decisionEn", words));
        if (after.select(".problems").isEmpty() && after.text().contains(words)) {
            ledger.confirmed(words);
        }
    }

    /// Calls a meeting of the international exchange committee for today and lets all be present;
    /// gives its address.
    static String convene(Person office) throws IOException, InterruptedException {
        String committee =
                office.get("/committees")
                        .expectFirst("a:contains(International exchange committee)")
                        .attr("href");
        Document called =
                office.submit(
                        office.get(committee).expectFirst("form[action$=/meetings]"),
                        Map.of("on", LocalDate.now(Dates.zone()).toString()));
        Element attendance = called.expectFirst("form[action$=/attendance]");
        attendance.select("input[type=checkbox]").forEach(box -> box.attr("checked", ""));
        return URI.create(office.submit(attendance, Map.of()).location()).getPath();
    }

    /// Copies the example of Hokkaido University and publishes it; gives its key.
    static String publish(Person admin) throws IOException, InterruptedException {
        Document list = admin.get("/processes");
        for (Element link : list.select("#examples a[href^=/processes/]")) {
            Document page = admin.get(link.attr("href"));
            Element copy = page.selectFirst("form[action$=/copy]");
            if (copy != null && page.text().contains("Vice-president looks at the proposal")) {
                Document mine =
                        admin.submit(
                                copy,
                                Map.of(
                                        "code",
                                        "recovery" + UUID.randomUUID().toString().substring(0, 8),
                                        "nameEn",
                                        "Recovery",
                                        "nameJa",
                                        "回復試験"));
                admin.submit(mine.expectFirst("form[action$=/publish]"), Map.of());
                String path = URI.create(mine.location()).getPath();
                return path.substring(path.lastIndexOf('/') + 1);
            }
        }
        throw new IOException("no example process to copy");
    }
}
