from django.db import migrations

# Italian stems on words without accents: «città», «citta» and «Città» are one word.
CONFIGURAZIONE = """
CREATE TEXT SEARCH CONFIGURATION italiano (COPY = italian);
ALTER TEXT SEARCH CONFIGURATION italiano
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
    WITH unaccent, italian_stem;
"""
SENZA_CONFIGURAZIONE = "DROP TEXT SEARCH CONFIGURATION italiano"

# A text as it is compared: small letters without accents, punctuation as one blank. The stroke
# stays, for 12/2024, and «2ªB» is read as 2B. What is not Latin stays as it is.
PIANO = """
CREATE FUNCTION testo_piano(testo text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(
        lower(unaccent(replace(replace(replace(testo, 'ª', ''), 'º', ''), '°', ''))),
        '[^[:alnum:]/\\u0100-\\uffff]+', ' ', 'g'
    ))
$$;
"""
SENZA_PIANO = "DROP FUNCTION testo_piano(text)"

# How near a text is to what is searched: 0 the same, 1 begins with it, 2 each word begins a word
# of the text, 3 some word only by its stem; NULL when some word is not there. `domanda` and
# `parole` are flat already; `radici` holds for each word the stems that it may have, separated by
# blanks; a word without any is looked for by its beginning only.
RANGO = """
CREATE FUNCTION rango_ricerca(testo text, domanda text, parole text[], radici text[])
RETURNS smallint LANGUAGE plpgsql STABLE PARALLEL SAFE COST 500 AS $$
DECLARE
    piano text := ' ' || testo_piano(testo);
    lessemi text[];
    per_radice boolean := false;
BEGIN
    FOR i IN 1 .. cardinality(parole) LOOP
        CONTINUE WHEN strpos(piano, ' ' || parole[i]) > 0;
        IF radici[i] = '' OR strpos(piano, ' ' || left(radici[i], 4)) = 0 THEN
            RETURN NULL;
        END IF;
        lessemi := coalesce(lessemi, tsvector_to_array(to_tsvector('italiano', piano)));
        IF NOT lessemi && string_to_array(radici[i], ' ') THEN
            RETURN NULL;
        END IF;
        per_radice := true;
    END LOOP;
    RETURN CASE
        WHEN piano = ' ' || domanda THEN 0
        WHEN starts_with(piano, ' ' || domanda) THEN 1
        WHEN per_radice THEN 3
        ELSE 2
    END;
END
$$;
"""
SENZA_RANGO = "DROP FUNCTION rango_ricerca(text, text, text[], text[])"


class Migration(migrations.Migration):
    dependencies = [("scuola", "0004_muro_trasversali")]

    operations = [
        migrations.RunSQL(CONFIGURAZIONE, SENZA_CONFIGURAZIONE),
        migrations.RunSQL(PIANO, SENZA_PIANO),
        migrations.RunSQL(RANGO, SENZA_RANGO),
    ]
