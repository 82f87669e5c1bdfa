"""The bonus of each year and its criteria; who takes part is found nowhere."""

from django.db.models import F, Func, JSONField, TextField, Value
from django.utils import timezone

from bonus_merito.enums import Categoria, StatoProcedura
from bonus_merito.models import Criteri, Procedura
from bonus_merito.queries import visibili
from cpia.portale.ricerca.confronto import Insieme, numero, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto


def procedure(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by year, category and state, never by a name. One query."""
    testo = Insieme(
        Value("bonus premiale merito valorizzazione"),
        numero("fondo__anno_scolastico__inizio"),
        _detto("categoria", {voce.value: voce.etichetta for voce in Categoria}),
        _detto("stato", {voce.value: voce.etichetta for voce in StatoProcedura}),
    )
    trovate = trova(
        visibili.procedure(contesto).select_related("fondo__anno_scolastico"),
        domanda.senza_articoli,
        testo,
        "-fondo__anno_scolastico__inizio",
        "-pk",
    )
    return trovati(trovate[fetta], lambda procedura: _procedura(contesto, procedura))


def _detto(campo: str, parole: dict[str, str]) -> Func:
    """A choice in the words of the screen."""
    return Func(
        Value(parole, output_field=JSONField()),
        F(campo),
        function="jsonb_extract_path_text",
        output_field=TextField(),
    )


def _procedura(contesto: Contesto, procedura: Procedura) -> Risultato:
    aperta = procedura.aperta_il
    return Risultato(
        f"Bonus {procedura.fondo.anno_scolastico}, {procedura.get_categoria_display()}",
        procedura.get_stato_display().capitalize(),
        indirizzo("bonus:procedura", contesto, procedura.pk),
        timezone.localdate(aperta) if aperta else None,
    )


def criteri(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by title, by act and by year. One query."""
    testo = Insieme(
        "titolo", "atto", Value("criteri bonus comitato di valutazione"),
        numero("anno_scolastico__inizio"),
    )  # fmt: skip
    trovate = trova(
        visibili.criteri(contesto).select_related("anno_scolastico"),
        domanda.senza_articoli,
        testo,
        "-anno_scolastico__inizio",
        "-pk",
    )
    return trovati(trovate[fetta], lambda trovato: _criteri(contesto, trovato))


def _criteri(contesto: Contesto, trovato: Criteri) -> Risultato:
    anno = f"Criteri {trovato.get_stato_display()}, anno scolastico {trovato.anno_scolastico}"
    riga = f"{anno}; {trovato.atto}" if trovato.atto else anno
    dove = indirizzo("bonus:criterio_scheda", contesto, trovato.pk)
    return Risultato(trovato.titolo, riga, dove, trovato.adottati_il)
