package org.kakehashi.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.intake.Spelling;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Figure;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.ListUnderstanding;
import org.kakehashi.intake.understanding.PartnerRecord;
import org.kakehashi.intake.understanding.ResolvedInstitutions;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised;
import org.kakehashi.organization.Recognition;
import org.kakehashi.resolver.Hints;
import org.springframework.stereotype.Component;

/// Reads every row of a sheet as its layout says, stores them in batches, and recognises each
/// spelling of an institution once.
@Component
public class Matching {
    private static final int BATCH = 1000;
    private static final int QUESTIONS = 5000;
    private static final int CANDIDATES = 5;

    private final RowStore rows;
    private final SpellingStore spellings;
    private final Recognition recognition;
    private final Units units;

    Matching(RowStore rows, SpellingStore spellings, Recognition recognition, Units units) {
        this.rows = rows;
        this.spellings = spellings;
        this.recognition = recognition;
        this.units = units;
    }

    /// An understanding of lists that knows the institutions of the registry.
    public ListUnderstanding understanding() {
        return new ListUnderstanding(new ResolvedInstitutions(recognition.index()));
    }

    /// Reads and recognises; answers counts for the import.
    public Map<String, Integer> read(
            Import one,
            Layout layout,
            Sheet sheet,
            Map<String, String> answers,
            Progress progress) {
        rows.clear(one.id());
        spellings.clear(one.id());
        var pass =
                new Pass(
                        one.id(),
                        new Reading(layout, sheet, answers, one.asOf(), units),
                        progress,
                        sheet);
        var read = understanding().interpret(layout, sheet);
        read.partners().forEach(pass::partner);
        read.figures().forEach(pass::figure);
        pass.flush();
        rows.analyze();
        recognise(pass);
        rows.settle(one.id(), null);
        Map<String, Integer> counts = new HashMap<>();
        counts.put("read", pass.count);
        counts.put("spellings", pass.found.size());
        counts.put("questions", pass.questions);
        return counts;
    }

    private static final class Known {
        private final SpellingStore.Found found;
        private int rows;

        Known(SpellingStore.Found found) {
            this.found = found;
        }
    }

    /// One reading: what waits to be written.
    private final class Pass {
        private final UUID importId;
        private final Reading reading;
        private final Progress progress;
        private final int height;
        private final Map<String, Known> found = new LinkedHashMap<>();
        private final List<SpellingStore.Found> fresh = new ArrayList<>();
        private final List<RowStore.Read> waiting = new ArrayList<>();
        private final List<RowStore.Asked> asked = new ArrayList<>();
        private int count;
        private int questions;
        private int figureRow;
        private int figureNumber;

        Pass(UUID importId, Reading reading, Progress progress, Sheet sheet) {
            this.importId = importId;
            this.reading = reading;
            this.progress = progress;
            this.height = sheet.height();
        }

        void partner(PartnerRecord read) {
            waiting.add(reading.row(read, spelling(reading.values(read))));
            ask(reading.questions(read.questions()));
            added(read.row());
        }

        void figure(Figure read) {
            figureNumber = read.row() == figureRow ? figureNumber + 1 : 1;
            figureRow = read.row();
            waiting.add(reading.row(read, figureNumber));
            ask(reading.questions(read.questions()));
            added(read.row());
        }

        private UUID spelling(PartnerValues values) {
            String country = values.country();
            String key =
                    TextFolding.key(values.institution()) + "|" + (country == null ? "" : country);
            Known known = found.get(key);
            if (known == null) {
                var first =
                        new SpellingStore.Found(
                                UUID.randomUUID(),
                                found.size() + 1,
                                key,
                                values.institution(),
                                country);
                known = new Known(first);
                found.put(key, known);
                fresh.add(first);
            }
            known.rows++;
            return known.found.id();
        }

        private void ask(List<RowStore.Asked> open) {
            questions += open.size();
            if (asked.size() < QUESTIONS && questions <= QUESTIONS) {
                asked.addAll(open);
            }
        }

        private void added(int row) {
            count++;
            if (waiting.size() >= BATCH) {
                progress.tell(row, height);
                flush();
            }
        }

        void flush() {
            spellings.insert(importId, fresh);
            rows.insert(importId, waiting);
            rows.ask(importId, asked);
            fresh.clear();
            waiting.clear();
            asked.clear();
        }
    }

    private void recognise(Pass pass) {
        List<Known> all = List.copyOf(pass.found.values());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Known> some = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Recognised> answers =
                    recognition.resolve(
                            some.stream()
                                    .map(one ->
                                            new Recognition.Question(
                                                    one.found.text(),
                                                    Hints.country(one.found.country())))
                                    .toList());
            List<SpellingStore.Answer> given = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                given.add(answer(some.get(i), answers.get(i)));
            }
            spellings.answer(given);
        }
    }

    private static SpellingStore.Answer answer(Known known, Recognised said) {
        return new SpellingStore.Answer(
                known.found.id(),
                known.rows,
                said.certainty().name().toLowerCase(Locale.ROOT),
                said.suggestions().stream().limit(CANDIDATES).map(Matching::candidate).toList(),
                said.accepted().map(OrganizationRef::id).orElse(null));
    }

    private static Spelling.Candidate candidate(Recognised.Suggestion one) {
        OrganizationRef organization = one.organization();
        var country = organization.country();
        return new Spelling.Candidate(
                organization.id(),
                organization.name(),
                organization.registered(),
                country == null ? null : country.code(),
                organization.city(),
                organization.rorId(),
                one.decided(),
                one.reasons().stream()
                        .map(why -> new Spelling.Why(why.key(), why.arguments(), why.against()))
                        .toList());
    }

    /// What the machine says about a spelling now.
    public @Nullable UUID certain(Spelling spelling) {
        return recognition
                .resolve(spelling.text(), Hints.country(spelling.country()))
                .accepted()
                .map(OrganizationRef::id)
                .orElse(null);
    }
}
