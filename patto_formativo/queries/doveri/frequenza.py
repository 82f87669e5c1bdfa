"""What attendance asks: who is at risk, who is silent, hours at a distance to check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Count, Min

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.models import Corsista, Lezione
from patto_formativo.queries.doveri.quadro import Quadro, per_tutor
from patto_formativo.queries.frequenza import frequenze, silenzi
from patto_formativo.rules.doveri import SETTIMANA, sabato
from patto_formativo.rules.silenzio import Passo

VERIFICA = "D.P.R. 263/2012, art. 4 c. 9; Linee guida (CPIA Napoli Provincia 2), fase 4"
# The office writes; only who directs withdraws.
CHI = {Passo.RITIRARE: Ruolo.DIRIGENTE}


@dataclass(frozen=True, slots=True)
class ARischio:
    """A person whose attendance is at risk: why, hours so far, whom one writes to."""

    corsista: Corsista
    perche: Motivo
    frequentate: Fraction
    dovute: Fraction
    a_chi: Sequence[Persona]


def doveri(quadro: Quadro, rischi: Sequence[ARischio]) -> Iterator[Dovere]:
    """Of tutors, office and teachers. A fixed number of queries."""
    yield from _rischio(quadro, rischi)
    yield from _silenzio(quadro)
    yield from _distanza(quadro)


def a_rischio(quadro: Quadro) -> list[ARischio]:
    """Whose attendance is at risk today. Seven queries."""
    trovate = frequenze(quadro.corsisti, quadro.oggi)
    return [
        ARischio(corsista, f.rischio, f.ore.valide, f.dovute, quadro.a_chi(corsista))
        for corsista in quadro.corsisti
        if (f := trovate[corsista.pk]).rischio is not None
    ]


def _rischio(quadro: Quadro, rischi: Sequence[ARischio]) -> Iterator[Dovere]:
    """A row for each tutor, to be looked at every week."""
    motivi = {uno.corsista.pk: uno.perche for uno in rischi}
    entro = sabato(quadro.oggi)
    for tutor, suoi in per_tutor(uno.corsista for uno in rischi).items():
        uno = suoi[0].pk if len(suoi) == 1 else None
        yield Dovere(
            chiave=f"patto.rischio.{tutor}",
            titolo="Frequenza a rischio di "
            + plurale(len(suoi), "persona che segui", "persone che segui"),
            dettaglio=motivi[suoi[0].pk].testo if uno else "Parla con loro e guarda il piano.",
            verbo="Guarda",
            pagina="patto:frequenza" if uno else "patto:inizio",
            oggetto=uno,
            visibile_dal=entro - SETTIMANA,
            entro_il=entro,
            persona=tutor,
            perche=(motivi[suoi[0].pk],),
        )


def _silenzio(quadro: Quadro) -> Iterator[Dovere]:
    mesi = plurale(quadro.regole.mesi_silenzio.valore, "mese", "mesi")
    titoli = {
        Passo.AVVISARE: f"Avvisa un adulto assente senza notizie da oltre {mesi}",
        Passo.RITIRARE: "Ritiro d’ufficio da compiere: è finita l’attesa dopo l’avviso",
        Passo.SEGNALARE: "Segnala l’assenza di un minorenne",
    }
    for pk, silenzio in sorted(silenzi(quadro.corsisti, quadro.oggi).items()):
        if silenzio.passo not in titoli:
            continue
        dal: date = silenzio.giudizio.dal
        yield Dovere(
            chiave=f"patto.silenzio.{silenzio.passo.value}.{pk}",
            titolo=titoli[silenzio.passo],
            dettaglio=f"Si può dal {data_estesa(dal)}.",
            verbo="Apri",
            pagina="patto:frequenza",
            oggetto=pk,
            visibile_dal=dal,
            entro_il=dal + SETTIMANA,
            ruolo=CHI.get(silenzio.passo, Ruolo.SEGRETERIA_DIDATTICA),
            perche=silenzio.giudizio.perche,
        )


def _distanza(quadro: Quadro) -> Iterator[Dovere]:
    entro = quadro.regole.verifica_entro
    righe = (
        Lezione.objects.filter(
            istituto_id=quadro.istituto_id, a_distanza=True,
            presenze__ore__gt=0, presenze__verificata_il__isnull=True,
        )
        .order_by("docente")
        .values_list("docente")
        .annotate(Count("pk", distinct=True), Min("giorno"))
    )  # fmt: skip
    for docente, quante, prima in righe:
        testo = (
            f"La più vecchia è del {data_estesa(prima)}. Le ore a distanza contano quando il "
            "docente le ha verificate."
        )
        yield Dovere(
            chiave=f"patto.distanza.{docente}",
            titolo="Verifica le ore a distanza di " + plurale(quante, "lezione", "lezioni"),
            dettaglio=testo,
            verbo="Verifica",
            pagina="patto:distanza",
            visibile_dal=prima,
            entro_il=prima + timedelta(days=entro.valore),
            persona=docente,
            perche=(Motivo("verifica_distanza", f"{VERIFICA}; {entro.fonte}", testo),),
        )
