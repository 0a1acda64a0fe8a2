package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.kakehashi.document.Document.Details;
import org.kakehashi.document.DocumentPairs;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.document.Language;
import org.kakehashi.document.Library;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DemoData;
import org.springframework.stereotype.Component;

/// A few papers of the demonstration's agreements. Everything is invented.
@Component
class DemoPapers implements DemoData {
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final List<String> JAPANESE =
            List.of(
                    "学術交流に関する協定書",
                    "両大学は、教員及び研究者の交流、共同研究の実施、学生の交流並びに学術情報の交換を、相互の合意により推進する。",
                    "本協定の有効期間は、両者の代表者が署名した日から5年間とする。",
                    "(この文書は架空のものです。)");
    private static final List<String> ENGLISH =
            List.of(
                    "Agreement on Academic Exchange",
                    "The two universities promote, by mutual consent, the exchange of faculty and researchers, joint research, the exchange of students and the exchange of academic information.",
                    "This agreement is valid for five years from the day on which both representatives have signed it.",
                    "(This document is invented.)");

    private static final List<String> TEMPLATE =
            List.of(
                    "学術交流に関する協定書(案) / Agreement on Academic Exchange (draft)",
                    "{{partner_ja}} / {{partner_en}}",
                    "協定番号 / No. {{number}}",
                    "• {{partners.name_ja}} / {{partners.name_en}}");

    private final DSLContext jooq;
    private final Documents documents;
    private final DocumentPairs pairs;

    DemoPapers(DSLContext jooq, Documents documents, DocumentPairs pairs) {
        this.jooq = jooq;
        this.pairs = pairs;
        this.documents = documents;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void fill() {
        List<UUID> some =
                jooq.select(REGISTER_LINES.AGREEMENT_ID)
                        .from(REGISTER_LINES)
                        .orderBy(REGISTER_LINES.AGREEMENT_ID)
                        .limit(3)
                        .fetch(REGISTER_LINES.AGREEMENT_ID);
        documents.add(
                "library",
                Library.ID,
                new Details(
                        "template",
                        new Bilingual("学術交流協定の案文", "Draft of an agreement on exchange"),
                        Language.BOTH,
                        false,
                        "",
                        documents.today()),
                file("template.docx", "", word(TEMPLATE)));
        for (UUID agreement : some) {
            UUID japanese = add(agreement, "協定書", "学術交流協定書.docx", Language.JA, JAPANESE);
            UUID english =
                    add(agreement, "Agreement text", "agreement-text.docx", Language.EN, ENGLISH);
            documents.addVersion(
                    english, 1, file("agreement-v2.docx", "Second reading / 再校", word(ENGLISH)));
            pairs.pair(japanese, english);
            if (agreement.equals(some.getFirst())) { // one pair is out of step
                documents.addVersion(
                        japanese, 1, file("学術交流協定書-改.docx", "先方の修正を反映", word(JAPANESE)));
            }
        }
    }

    private UUID add(
            UUID agreement, String title, String name, Language language, List<String> text) {
        Bilingual named =
                language == Language.JA ? new Bilingual(title, null) : new Bilingual(null, title);
        return documents.add(
                "agreement",
                agreement,
                new Details("agreement_text", named, language, false, "", documents.today()),
                file(name, "", word(text)));
    }

    private static Incoming file(String name, String note, byte[] content) {
        return new Incoming(name, WORD, note, new ByteArrayInputStream(content));
    }

    private static byte[] word(List<String> paragraphs) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : paragraphs) {
                word.createParagraph().createRun().setText(text);
            }
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
