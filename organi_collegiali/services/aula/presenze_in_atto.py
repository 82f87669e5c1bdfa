"""What the acts on comings and goings share: the row, the instant, the judgement, the register."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta, StatoVotazione
from organi_collegiali.models import Convocato, Movimento, Seduta, Votazione
from organi_collegiali.queries.presenze import Presenze, in_aula
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import appello
from organi_collegiali.rules.aula import presenze as rules
from organi_collegiali.rules.aula.parola import verifica_in_aula
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.services.blocco import tocca

SI_ENTRA = (StatoSeduta.CONVOCATA, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


def convocato_di(autore: Contesto, convocato_id: int) -> Convocato:
    """Somebody of the institute who is convened."""
    return Convocato.objects.select_related("persona").get(
        pk=convocato_id, istituto=autore.istituto
    )


def al_momento(
    seduta: Seduta, chi: Presenze, adesso: datetime
) -> tuple[GiudizioPresenze, datetime, datetime]:
    """The judgement on who is there now; now and the hour of the notice, in the time of the place.

    One query.
    """
    giudizio = chi.giudizio(regole(seduta.organo, timezone.localdate(adesso)), adesso)
    return giudizio, timezone.localtime(adesso), timezone.localtime(seduta.inizio_previsto)


def esigi_in_aula(seduta: Seduta, convocato: Convocato, adesso: datetime, che_cosa: str) -> None:
    """Raise AttoRifiutato when somebody is not in the room now. Two queries."""
    convocato.seduta = seduta
    dentro = in_aula(convocato, adesso)
    esigi(verifica_in_aula(str(convocato.persona), dentro=dentro, che_cosa=che_cosa))


def istante(
    alle: time | None, adesso: datetime, dal: datetime, dopo: Movimento | None = None
) -> datetime:
    """The instant of an hour as it is written, in the time of the place."""
    return appello.istante(
        alle,
        adesso=timezone.localtime(adesso),
        dal=timezone.localtime(dal),
        dopo=timezone.localtime(dopo.quando) if dopo else None,
    )


def esigi_movimenti(
    seduta: Seduta,
    adesso: datetime,
    prima: Sequence[Movimento],
    dopo: Sequence[Movimento],
    quando: datetime,
) -> None:
    """Raise AttoRifiutato when the movements may not become these."""
    esigi(
        appello.verifica_istante(
            timezone.localtime(quando),
            adesso=timezone.localtime(adesso),
            dal=timezone.localtime(seduta.aperta_il or adesso),
        )
    )
    esigi(appello.verifica_movimenti(_puri(prima), _puri(dopo), votate=_votate(seduta)))


def _puri(righe: Iterable[Movimento]) -> list[rules.Movimento[int]]:
    return [
        rules.Movimento(riga.convocato_id, timezone.localtime(riga.quando), riga.entra)
        for riga in righe
    ]


def _votate(seduta: Seduta) -> list[datetime]:
    """The instants at which something was put to the vote."""
    righe = Votazione.objects.filter(istituto_id=seduta.istituto_id, punto__seduta=seduta)
    valide = righe.exclude(stato=StatoVotazione.ANNULLATA)
    return [timezone.localtime(quando) for quando in valide.values_list("aperta_il", flat=True)]


def annota_movimento(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    azione: str,
    movimento: Movimento,
    **altro: object,
) -> None:
    """Let the screens of the others know, and write the register."""
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={
            "convocato": movimento.convocato_id,
            "quando": movimento.quando.isoformat(),
            "a_distanza": movimento.a_distanza,
            **altro,
        },
    )
