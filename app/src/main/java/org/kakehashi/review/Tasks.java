package org.kakehashi.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.kakehashi.review.TaskSource.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The one inbox: everything the person acting must do, what is due first first.
@Service
public class Tasks {
    private final ObjectProvider<TaskSource> sources;

    Tasks(ObjectProvider<TaskSource> sources) {
        this.sources = sources;
    }

    public List<Task> mine() {
        return sources.stream()
                .flatMap(source -> source.tasks().stream())
                .sorted(
                        Comparator.comparing(
                                (Task task) -> task.dueOn() == null ? LocalDate.MAX : task.dueOn()))
                .toList();
    }
}
