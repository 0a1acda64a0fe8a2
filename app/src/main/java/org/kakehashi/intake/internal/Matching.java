package org.kakehashi.intake.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.intake.RowView;
import org.kakehashi.intake.Spelling;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Figure;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.ListUnderstanding;
import org.kakehashi.intake.understanding.NamesTogether;
import org.kakehashi.intake.understanding.PartnerRecord;
import org.kakehashi.intake.understanding.ResolvedInstitutions;
import org.kakehashi.kernel.TextFolding;
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
    private static final int OTHERS = 6;

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
        private final Set<String> others = new LinkedHashSet<>();
        private final PartnerRecord.Where where;
        private int rows;

        Known(SpellingStore.Found found, PartnerRecord.Where where) {
            this.found = found;
            this.where = where;
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
            waiting.add(reading.row(read, spelling(reading.values(read), read)));
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

        /// Rows that write a name alike are one, unless other names beside it make them different
        /// institutions.
        private UUID spelling(PartnerValues values, PartnerRecord read) {
            var said = read.recognition();
            String country = values.country();
            String key =
                    TextFolding.key(values.institution())
                            + "|"
                            + (country == null ? "" : country)
                            + (said.isCertain() ? "|" + said.candidates().getFirst() : "");
            Known known = found.get(key);
            if (known == null) {
                var first =
                        new SpellingStore.Found(
                                UUID.randomUUID(),
                                found.size() + 1,
                                key,
                                values.institution(),
                                country);
                known = new Known(first, read.where());
                found.put(key, known);
                fresh.add(first);
            }
            known.rows++;
            if (known.others.size() < OTHERS) {
                known.others.addAll(otherNames(values));
            }
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
                    recognition.resolve(some.stream().flatMap(Matching::questions).toList());
            List<SpellingStore.Answer> given = new ArrayList<>();
            int next = 0;
            for (Known one : some) {
                int end = next + 1 + one.others.size();
                given.add(answer(one, answers.subList(next, end)));
                next = end;
            }
            spellings.answer(given);
        }
    }

    private static Stream<Recognition.Question> questions(Known known) {
        var hints =
                ResolvedInstitutions.hints(
                        known.found.country(), known.where.city(), known.where.site());
        return questions(known.found.text(), known.others, hints);
    }

    private static Stream<Recognition.Question> questions(
            String name, Collection<String> others, Hints hints) {
        return Stream.concat(Stream.of(name), others.stream())
                .map(text -> new Recognition.Question(text, hints));
    }

    private static List<String> otherNames(PartnerValues values) {
        return NamesTogether.today(values.otherNames(), values.flags());
    }

    private static SpellingStore.Answer answer(Known known, List<Recognised> forms) {
        SpellingForms said = new SpellingForms(forms);
        return new SpellingStore.Answer(
                known.found.id(),
                known.rows,
                said.certainty(),
                said.candidates().stream().limit(CANDIDATES).toList(),
                said.certain());
    }

    /// What the machine says about a spelling now.
    ///
    /// @param rows some that write it so
    public @Nullable UUID certain(Spelling spelling, List<RowView> rows) {
        Set<String> others = new LinkedHashSet<>();
        for (RowView row : rows) {
            if (row.values() instanceof PartnerValues values && others.size() < OTHERS) {
                others.addAll(otherNames(values));
            }
        }
        return new SpellingForms(
                        recognition.resolve(
                                questions(
                                                spelling.text(),
                                                others,
                                                Hints.country(spelling.country()))
                                        .toList()))
                .certain();
    }
}
