"""The regulations, and their single rules by what they are called and by their own words."""

from django.db.models import F, Func, JSONField, Q, TextField, Value

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.rules import CHIAVI
from cpia.portale.ricerca.confronto import Insieme, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import UFFICIO, indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto

ETICHETTE = {chiave: nota.etichetta for chiave, nota in CHIAVI.items()}


def regolamenti(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """All versions, those not in force too; drafts only for who prepares them. One query."""
    righe = Regolamento.objects.filter(istituto=contesto.istituto)
    if not contesto.ha(*UFFICIO):
        righe = righe.filter(bozza=False)
    testo = Insieme("titolo", "atto", Value("regolamento"))
    trovate = trova(righe, domanda.senza_articoli, testo, "titolo", "-dal", "pk")
    return trovati(trovate[fetta], lambda trovato: _regolamento(contesto, trovato))


def _regolamento(contesto: Contesto, regolamento: Regolamento) -> Risultato:
    stato = "in vigore dal"
    if regolamento.bozza:
        stato = "bozza, dal"
    elif regolamento.al and regolamento.al < contesto.oggi:
        stato = "non più in vigore, valeva dal"
    atto = regolamento.atto or "regolamento dell’istituto"
    return Risultato(
        regolamento.titolo,
        f"{atto}; {stato}",
        indirizzo("regolamento", contesto, regolamento.pk),
        regolamento.dal,
    )


def regole(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """The rules in force today. One query."""
    oggi = contesto.oggi
    righe = Parametro.objects.filter(
        Q(regolamento__al__isnull=True) | Q(regolamento__al__gte=oggi),
        istituto=contesto.istituto,
        regolamento__bozza=False,
        regolamento__dal__lte=oggi,
    )
    etichetta = Func(
        Value(ETICHETTE, output_field=JSONField()),
        F("chiave"),
        function="jsonb_extract_path_text",
        output_field=TextField(),
    )
    testo = Insieme(etichetta, "articolo", "testo", "regolamento__titolo")
    trovate = trova(
        righe.select_related("regolamento"),
        domanda.senza_articoli,
        testo,
        "regolamento__titolo",
        "chiave",
    )
    return trovati(trovate[fetta], lambda parametro: _regola(contesto, parametro))


def _regola(contesto: Contesto, parametro: Parametro) -> Risultato:
    parole = f": «{parametro.testo}»" if parametro.testo else ""
    pagina = indirizzo("regolamento", contesto, parametro.regolamento_id)
    return Risultato(
        ETICHETTE.get(parametro.chiave, parametro.chiave),
        f"{parametro.regolamento.titolo}, {parametro.articolo}{parole}",
        f"{pagina}#{parametro.chiave}",
    )
