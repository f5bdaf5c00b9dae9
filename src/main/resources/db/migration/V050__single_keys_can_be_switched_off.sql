-- Whoever speaks to the computer, or whose hand trembles, can do without keys that act by themselves (WCAG 2.1.4).
alter table staff add column single_keys boolean not null default true;
