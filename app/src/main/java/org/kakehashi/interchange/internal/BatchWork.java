package org.kakehashi.interchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Batches;
import org.kakehashi.interchange.Batches.Counts;
import org.kakehashi.interchange.internal.BatchStore.Found;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Recognised;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.organization.Recognition;
import org.kakehashi.organization.Recognition.Question;
import org.kakehashi.resolver.Hints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Works through a list in the background. What is done is stored piece by piece, so that a crash
/// or a cancellation goes on where it stopped.
@Component
class BatchWork implements JobKind {
    private static final int AT_ONCE = 500;

    private final BatchStore store;
    private final Recognition recognition;
    private final TransactionTemplate transaction;

    BatchWork(BatchStore store, Recognition recognition, TransactionTemplate transaction) {
        this.store = store;
        this.recognition = recognition;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return Batches.JOB;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(String.valueOf(run.input().get("batch")));
        Batch batch = store.find(id).orElseThrow(KakehashiException::notFound);
        Counts counts = store.counts(batch);
        long done = counts.all() - counts.waiting();
        run.progress(done, counts.all());
        List<BatchLine> some = store.waiting(batch, AT_ONCE);
        while (!some.isEmpty()) {
            List<BatchLine> piece = some;
            transaction.executeWithoutResult(status -> look(id, piece));
            done += some.size();
            run.progress(done, counts.all());
            some = store.waiting(batch, AT_ONCE);
        }
        Counts after = store.counts(batch);
        run.result(new HashMap<>(Map.of("certain", after.certain(), "open", after.open())));
    }

    private void look(UUID id, List<BatchLine> lines) {
        List<Recognised> answers =
                recognition.resolve(lines.stream().map(BatchWork::question).toList());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            found.add(found(lines.get(i), answers.get(i)));
        }
        store.save(id, found);
        store.registry(id, answers.getFirst().registry());
    }

    static Question question(BatchLine line) {
        return new Question(line.text(), Hints.country(country(line.countryWritten())));
    }

    static @Nullable String country(String written) {
        return Countries.find(written).map(Country::code).orElse(null);
    }

    private static Found found(BatchLine line, Recognised answer) {
        var best = answer.suggestions().isEmpty() ? null : answer.suggestions().getFirst();
        return new Found(
                line.position(),
                country(line.countryWritten()),
                answer.certainty().name().toLowerCase(Locale.ROOT),
                answer.certainty() == Certainty.CERTAIN && best != null
                        ? best.organization().id()
                        : null,
                best == null ? null : (Double) best.score(),
                best == null ? "" : answer.rest(),
                choices(answer),
                answer.also().stream()
                        .map(one ->
                                new BatchStore.Other(
                                        one.organization().id(),
                                        one.certainty() == Certainty.CERTAIN))
                        .toList());
    }

    static List<BatchLine.Choice> choices(Recognised answer) {
        return answer.suggestions().stream()
                .map(one ->
                        new BatchLine.Choice(one.organization().id(), one.score(), one.reasons()))
                .toList();
    }
}
