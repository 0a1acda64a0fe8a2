insert into access.permissions (role, use_case, reach) values
    ('office', 'document.library', 'everywhere');
