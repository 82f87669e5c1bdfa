"""The calls that somebody reads; grids and projects for who prepares them."""

from django.db.models import F, Func, JSONField, TextField, Value
from django.utils import timezone

from cpia.norme.enums import Voce
from cpia.portale.ricerca.confronto import Insieme, numero, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola
from selezioni_pon.enums import Fase, StatoAvviso
from selezioni_pon.models import Avviso, Griglia, Progetto
from selezioni_pon.queries import visibili


def avvisi(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by role, project, codes, circle and state. One query."""
    progetto = "selezione__progetto__"
    testo = Insieme(
        Value("avviso avvisi selezione bando"),
        "selezione__ruolo",
        f"{progetto}titolo",
        f"{progetto}codice",
        f"{progetto}cup",
        "cig",
        _detto("fase", Fase),
        _detto("stato", StatoAvviso),
    )
    trovate = trova(
        visibili.avvisi(contesto).select_related("selezione__progetto"),
        domanda.senza_articoli,
        testo,
        "-pk",
    )
    return trovati(trovate[fetta], lambda avviso: _avviso(contesto, avviso))


def _detto(campo: str, voci: type[Voce]) -> Func:
    """A choice in the words of the screen."""
    return Func(
        Value({voce.value: voce.etichetta for voce in voci}, output_field=JSONField()),
        F(campo),
        function="jsonb_extract_path_text",
        output_field=TextField(),
    )


def _avviso(contesto: Contesto, avviso: Avviso) -> Risultato:
    parti = [
        con_maiuscola(avviso.get_stato_display()),
        f"per {avviso.get_fase_display()}",
        avviso.selezione.progetto.titolo,
    ]
    uscito = avviso.pubblicato_il
    return Risultato(
        f"Avviso per «{avviso.selezione.ruolo}»",
        ", ".join(parti),
        indirizzo("selezioni:avviso", contesto, avviso.pk),
        timezone.localdate(uscito) if uscito else None,
    )


def griglie(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by title and by act, for who prepares. One query."""
    testo = Insieme(Value("griglia griglie di valutazione"), "titolo", "fonte")
    trovate = trova(
        visibili.griglie(contesto), domanda.senza_articoli, testo, "-modificata_il", "-pk"
    )
    return trovati(trovate[fetta], lambda griglia: _griglia(contesto, griglia))


def _griglia(contesto: Contesto, griglia: Griglia) -> Risultato:
    stato = "in bozza"
    if griglia.ritirata_il:
        stato = "ritirata"
    elif griglia.chiusa_il:
        stato = "in uso"
    return Risultato(
        griglia.titolo,
        f"Griglia {stato}; {griglia.fonte}",
        indirizzo("selezioni:griglia", contesto, griglia.pk),
        timezone.localdate(griglia.modificata_il),
    )


def progetti(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by title, codes and year, for who prepares. One query."""
    testo = Insieme(
        Value("progetto progetti"), "titolo", "codice", "cup", numero("anno_scolastico__inizio")
    )
    trovate = trova(
        visibili.progetti(contesto).select_related("anno_scolastico"),
        domanda.senza_articoli,
        testo,
        "-anno_scolastico__inizio",
        "titolo",
        "pk",
    )
    return trovati(trovate[fetta], lambda progetto: _progetto(contesto, progetto))


def _progetto(contesto: Contesto, progetto: Progetto) -> Risultato:
    codici = [codice for codice in (progetto.codice, progetto.cup) if codice]
    return Risultato(
        progetto.titolo,
        ", ".join([f"Progetto {progetto.anno_scolastico}", *codici]),
        indirizzo("selezioni:progetto", contesto, progetto.pk),
    )
