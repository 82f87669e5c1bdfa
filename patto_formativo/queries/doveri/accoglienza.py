"""What the welcome asks: a tutor for everybody, the first meeting, a dossier that is closed."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.parole import data_estesa, plurale
from cpia.scuola.queries import in_vigore
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista, Dossier, PresenzaIncontro
from patto_formativo.queries.doveri.quadro import Quadro, per_tutor
from patto_formativo.rules.doveri import SETTIMANA
from patto_formativo.rules.fonti import FASE_1

DEL_TUTOR = (Fase.COLLOQUI.value, Fase.PROPEDEUTICO.value, Fase.STESURA.value)


def doveri(quadro: Quadro) -> Iterator[Dovere]:
    """Of the coordinators of the sites and of the tutors. Three queries."""
    yield from _senza_tutor(quadro)
    yield from _senza_colloquio(quadro)
    yield from _dossier(quadro)


def _senza_tutor(quadro: Quadro) -> Iterator[Dovere]:
    """Who coordinates a site gives a tutor to who has none; without a coordinator, who directs."""
    per_sede: dict[int, list[Corsista]] = defaultdict(list)
    for corsista in quadro.corsisti:
        if corsista.tutor_id is None and corsista.offerta.sede_id is not None:
            per_sede[corsista.offerta.sede_id].append(corsista)
    incarichi = Incarico.objects.filter(
        in_vigore(quadro.oggi), istituto_id=quadro.istituto_id,
        ruolo=Ruolo.COORDINATORE_SEDE, sede__isnull=False,
    ).order_by("pk")  # fmt: skip
    coordinano = dict(incarichi.values_list("sede_id", "persona_id"))
    for sede, corsisti in sorted(per_sede.items()):
        prima = min(corsista.iscritto_il for corsista in corsisti)
        testo = f"Al primo incontro si dà il tutor. Iscrizione più vecchia: {data_estesa(prima)}."
        chi = coordinano.get(sede)
        yield Dovere(
            chiave=f"patto.senza_tutor.{sede}.{chi or 0}",
            titolo="Dai un tutor a "
            + plurale(len(corsisti), "persona iscritta", "persone iscritte"),
            dettaglio=testo,
            verbo="Assegna",
            pagina="patto:inizio",
            visibile_dal=prima,
            entro_il=prima + SETTIMANA,
            persona=chi,
            ruolo="" if chi else Ruolo.DIRIGENTE,
            perche=(Motivo("tutor", FASE_1, testo),),
        )


def _senza_colloquio(quadro: Quadro) -> Iterator[Dovere]:
    visti = set(
        PresenzaIncontro.objects.filter(
            istituto_id=quadro.istituto_id, incontro__fase__in=DEL_TUTOR
        ).values_list("corsista_id", flat=True)
    )
    mai_visti = [corsista for corsista in quadro.corsisti if corsista.pk not in visti]
    yield from _del_tutor(
        mai_visti,
        nome="primo_colloquio",
        titolo="Tieni il primo incontro con ",
        dal=lambda corsista: corsista.tutor_dal or corsista.iscritto_il,
        entro=quadro.regole.prossimo_incontro_entro,
    )


def _dossier(quadro: Quadro) -> Iterator[Dovere]:
    righe = Dossier.objects.filter(istituto_id=quadro.istituto_id, chiuso_il__isnull=True)
    coppie = righe.values_list("corsista_id", "richiesto_il")
    aperti = {chi: chiesto for chi, chiesto in coppie if chiesto is not None}
    yield from _del_tutor(
        [corsista for corsista in quadro.corsisti if corsista.pk in aperti],
        nome="dossier",
        titolo="Chiudi il dossier di ",
        dal=lambda corsista: max(aperti[corsista.pk], corsista.tutor_dal or corsista.iscritto_il),
        entro=quadro.regole.dossier_entro,
        pagina="patto:dossier",
    )


def _del_tutor(
    corsisti: Sequence[Corsista],
    *,
    nome: str,
    titolo: str,
    dal: Callable[[Corsista], date],
    entro: Valore[int],
    pagina: str = "patto:corsista",
) -> Iterator[Dovere]:
    """One row for each tutor: it opens the person if there is one only, else all of them."""
    for tutor, suoi in per_tutor(corsisti).items():
        primo = min(map(dal, suoi))
        uno = suoi[0].pk if len(suoi) == 1 else None
        testo = f"Si conta dal {data_estesa(primo)}: {plurale(entro.valore, 'giorno', 'giorni')}."
        yield Dovere(
            chiave=f"patto.{nome}.{tutor}",
            titolo=titolo + plurale(len(suoi), "persona che segui", "persone che segui"),
            dettaglio=testo,
            verbo="Apri",
            pagina=pagina if uno else "patto:inizio",
            oggetto=uno,
            visibile_dal=primo,
            entro_il=primo + timedelta(days=entro.valore),
            persona=tutor,
            perche=(Motivo(nome, entro.fonte, testo),),
        )
