create schema interchange;

insert into access.permissions (role, use_case, reach) values
    ('public', 'interchange.reconcile', 'everywhere'),
    ('administrator', 'interchange.reconcile', 'everywhere'),
    ('office', 'interchange.reconcile', 'everywhere'),
    ('member', 'interchange.reconcile', 'everywhere'),
    ('executive', 'interchange.reconcile', 'everywhere');
