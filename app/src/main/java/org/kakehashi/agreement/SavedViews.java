package org.kakehashi.agreement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.internal.SavedViewStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Views of the list that a person keeps: filter, order and columns under a name. Everyone has
/// their own.
@Service
public class SavedViews {
    /// @param query the part of the address after the question mark
    public record SavedView(UUID id, String name, String query) {
        public String href() {
            return "/agreements?" + query;
        }
    }

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4000;
    private static final int MOST = 50;

    private final SavedViewStore store;

    SavedViews(SavedViewStore store) {
        this.store = store;
    }

    /// Those of the person acting; none for the public.
    public List<SavedView> mine() {
        UUID user = CurrentUser.get().id();
        return user == null ? List.of() : store.of(user);
    }

    /// Keeps a view; one of the same name gives way.
    @Transactional
    public void save(String name, String query) {
        String tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw KakehashiException.invalid("agreement.view.problem", Map.of("n", LONGEST_NAME));
        }
        if (mine().size() >= MOST) {
            throw KakehashiException.invalid("agreement.view.tooMany", Map.of("n", MOST));
        }
        store.save(me(), tidy, query);
    }

    @Transactional
    public void delete(UUID id) {
        store.delete(me(), id);
    }

    private static UUID me() {
        @Nullable UUID user = CurrentUser.get().id();
        if (user == null) {
            throw KakehashiException.forbidden("agreement.view");
        }
        return user;
    }
}
