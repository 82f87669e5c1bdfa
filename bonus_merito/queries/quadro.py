"""The judgement of a procedure: the one place that builds it, for board, trial, decree, outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from bonus_merito.enums import Area, Categoria, Metodo
from bonus_merito.models import Attivita, Parita, Procedura, Requisiti, Richiesta
from bonus_merito.queries.ipotesi import Ipotesi, con_ipotesi, giorno_di
from bonus_merito.queries.posizioni import posizione_di
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.regole import regole_di
from bonus_merito.queries.righe import Carte, Fascicolo, QuadroDiProcedura, Riga
from bonus_merito.rules.attivita import Pesata, dichiarati, punteggio
from bonus_merito.rules.esclusioni import esclusione
from bonus_merito.rules.quadro import Docente, Quadro, giudica
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import in_alfabeto

__all__ = ["Ipotesi", "QuadroDiProcedura", "Riga", "quadro_di"]


def quadro_di(procedura: Procedura, *, prova: Ipotesi | None = None) -> QuadroDiProcedura:
    """The judgement of a procedure, or what it would be with what one tries. Four queries.

    ``procedura`` with its ``fondo`` and the year of it.
    """
    return giudicato(fascicolo_di(procedura), prova)


def fascicolo_di(procedura: Procedura) -> Fascicolo:
    """Requests, activities, assessments, preconditions and decided ties. Four queries."""
    requisiti = {r.persona_id: r for r in Requisiti.objects.filter(procedura=procedura)}
    attivita: dict[int, list[Attivita]] = {}
    for una in Attivita.objects.filter(richiesta__procedura=procedura).select_related(
        "criterio__area"
    ):
        attivita.setdefault(una.richiesta_id, []).append(una)
    carte = [
        Carte(
            richiesta,
            attivita.get(richiesta.pk, []),
            getattr(richiesta, "valutazione", None),
            requisiti.get(richiesta.persona_id),
        )
        for richiesta in _concorrono(procedura)
    ]
    parita = list(Parita.objects.filter(procedura=procedura))
    return Fascicolo(procedura, regole_in_vigore(procedura), carte, parita)


def giudicato(fascicolo: Fascicolo, prova: Ipotesi | None = None) -> QuadroDiProcedura:
    """The judgement on what was read. No query."""
    procedura, ipotesi = fascicolo.procedura, prova or Ipotesi()
    regole = con_ipotesi(fascicolo.regole, ipotesi, giorno_di(procedura))
    righe = [_riga(carte, procedura, regole, ipotesi) for carte in fascicolo.carte]
    docenti = [riga.docente for riga in righe if not riga.da_valutare]
    fondo = fondo_di(procedura) if ipotesi.fondo is None else ipotesi.fondo

    def giudizio(scelti: frozenset[str] = frozenset()) -> Quadro:
        return giudica(
            docenti, fondo=fondo, in_servizio=procedura.in_servizio, regole=regole, scelti=scelti
        )

    quadro, decisa = giudizio(), None
    if quadro.taglio.pari:
        decisa = _decisione(fascicolo.parita, quadro.taglio.pari)
        quadro = giudizio(frozenset(str(pk) for pk in decisa.scelte)) if decisa else quadro
    esiti = {esito.docente.id: esito for esito in quadro.esiti}
    righe = [replace(riga, esito=esiti.get(riga.chiave)) for riga in righe]
    return QuadroDiProcedura(procedura, regole, righe, quadro, decisa)


def fondo_di(procedura: Procedura) -> int:
    """The money of a procedure, in cents: the part of its category of staff."""
    fondo = procedura.fondo
    docenti = int(fondo.quota_docenti * 100)
    if procedura.categoria == Categoria.DOCENTI.value:
        return docenti
    return int(fondo.importo * 100) - docenti


def _concorrono(procedura: Procedura) -> list[Richiesta]:
    """Who takes part, in the alphabetical order of the decree."""
    righe = Richiesta.objects.filter(procedura=procedura, stato__in=CONCORRONO)
    return sorted(
        righe.select_related("persona", "valutazione"),
        key=lambda r: (in_alfabeto(str(r.persona)), r.pk),
    )


def _riga(carte: Carte, procedura: Procedura, regole: RegoleBonus, ipotesi: Ipotesi) -> Riga:
    richiesta, valutazione = carte.richiesta, carte.valutazione
    pesate = list(_pesate(carte, ipotesi))
    aggiuntiva = Fraction(valutazione.aggiuntiva) if valutazione else Fraction(0)
    posizione = posizione_di(carte.requisiti, procedura, regole.esclusioni)
    return Riga(
        richiesta=richiesta,
        attivita=carte.attivita,
        valutazione=valutazione,
        requisiti=carte.requisiti,
        punti=dichiarati(pesate),
        docente=Docente(str(richiesta.pk), punteggio(pesate, regole.pesi, aggiuntiva), posizione),
        escluso=esclusione(posizione, regole.esclusioni) is not None,
    )


def _pesate(carte: Carte, ipotesi: Ipotesi) -> Iterator[Pesata]:
    """The confirmed activities; of an area that is tried, what one tries instead of them."""
    for una in carte.attivita:
        area = Area(una.criterio.area.area)
        if una.confermata and (carte.richiesta.pk, area) not in ipotesi.punti:
            yield Pesata(area, Fraction(una.punti or 0))
    for (chi, area), punti in ipotesi.punti.items():
        if chi == carte.richiesta.pk:
            yield Pesata(area, punti)


def _decisione(parita: Sequence[Parita], pari: Sequence[str]) -> Parita | None:
    """The last decision on these very people."""
    livello = {int(chi) for chi in pari}
    return next((una for una in reversed(parita) if set(una.pari) == livello), None)


def regole_in_vigore(procedura: Procedura) -> RegoleBonus:
    """Those of the opening; once decreed the method of the decree, its reason as the source."""
    regole = regole_di(procedura)
    in_vigore = regole.riparto.metodo
    if not procedura.metodo or procedura.metodo == in_vigore.valore.value:
        return regole
    altra = f"il regolamento: {in_vigore.valore.etichetta} ({in_vigore.fonte})."
    scelto = Valore(
        Metodo(procedura.metodo), f"decreto del dirigente: {procedura.motivo_metodo}", altra
    )
    return replace(regole, riparto=replace(regole.riparto, metodo=scelto))


def riga_di(richiesta: Richiesta) -> tuple[Riga, RegoleBonus]:
    """Somebody's row alone, without the others and so without an amount. Two or three queries.

    ``richiesta`` with its procedure, the fund and the year of it.
    """
    procedura = richiesta.procedura
    regole = regole_in_vigore(procedura)
    carte = Carte(
        richiesta,
        list(Attivita.objects.filter(richiesta=richiesta).select_related("criterio__area")),
        getattr(richiesta, "valutazione", None),
        Requisiti.objects.filter(procedura=procedura, persona_id=richiesta.persona_id).first(),
    )
    return _riga(carte, procedura, regole, Ipotesi()), regole
