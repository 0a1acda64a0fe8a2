-- The picture of all partners is kept as long as no visit changes either.
create trigger note_change after insert or update or delete or truncate on partnership.visits
    for each statement execute function agreement.note_change();
