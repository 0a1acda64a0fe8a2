package org.kakehashi.organization.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.organization.RegistryChange;
import org.kakehashi.organization.RegistryRelease;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Tab;

/// What one release changed, one kind at a time.
public record ReleasePage(
        RegistryRelease release,
        String kind,
        List<RegistryChange> changes,
        List<RegistryChange.Problem> problems,
        Pager pager) {

    static long count(RegistryRelease release, String kind) {
        return switch (kind) {
            case "added" -> release.added();
            case "withdrawn" -> release.withdrawn();
            case "missing" -> release.missing();
            case "broken" -> release.broken();
            default -> release.changed();
        };
    }

    public List<Tab> tabs() {
        return RegistryPage.KINDS.stream()
                .map(one ->
                        new Tab(
                                t("organization.import-ror." + one),
                                "/organizations/registry/" + release.id() + "?kind=" + one,
                                one.equals(kind),
                                count(release, one)))
                .toList();
    }

    public List<HistoryEntry.Change> fields(RegistryChange change) {
        return change.fields().stream().map(OrganizationProfilePage::change).toList();
    }
}
