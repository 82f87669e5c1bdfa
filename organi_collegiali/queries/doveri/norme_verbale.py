"""What the regulations ask of the minutes of every organ, read once for the whole desk."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.utils import timezone

from cpia.norme.enums import Organo
from cpia.norme.queries import calendario, parametri, parametri_nei_giorni
from cpia.norme.rules import Calendario, Durata, Termine, Valore, prima_di_secondo
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.secondo import entro_secondo
from organi_collegiali.models import Seduta, Verbale
from organi_collegiali.queries.doveri.sedute import IN_PREPARAZIONE, inizio
from organi_collegiali.queries.verbali.scadenze import COPIA_ENTRO, PRIMA

UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True)
class NormeDelVerbale:
    """The parameters in force today, and the next sitting in preparation of each organ."""

    valori: Mapping[str, Valore]
    copie: Mapping[date, Mapping[str, Valore]]
    giorni: Calendario
    in_preparazione: Mapping[int, Seduta]

    @classmethod
    def leggi(cls, istituto_id: int, oggi: date, chiuse: Collection[date]) -> Self:
        """Of today, and for the copies of the days (``chiuse``) of the sittings. Five queries."""
        future = Seduta.objects.filter(
            istituto_id=istituto_id, stato__in=IN_PREPARAZIONE, inizio_previsto__isnull=False
        ).select_related("organo")
        # The first of each organ: the dictionary keeps the last that it is given.
        prossime = {s.organo_id: s for s in future.order_by("-inizio_previsto", "-pk")}
        copie = [f"organi.{organo}.{COPIA_ENTRO}" for organo in Organo]
        return cls(
            parametri(istituto_id, "organi.", oggi),
            parametri_nei_giorni(istituto_id, copie, chiuse),
            calendario(istituto_id, oggi),
            prossime,
        )

    def copia(self, verbale: Verbale) -> Termine | None:
        """By when the direction has its copy, where the school asks for one."""
        if verbale.seduta.chiusa_il is None:
            return None
        giorno = timezone.localdate(verbale.seduta.chiusa_il)
        valore = self.copie[giorno][f"organi.{verbale.seduta.organo.norma}.{COPIA_ENTRO}"]
        if valore.come(Durata).quantita == 0:
            return None
        return entro_secondo(giorno, valore, calendario=self.giorni)

    def prima_di_convocare(self, verbale: Verbale) -> tuple[date, Motivo] | None:
        """The day before the next convocation must leave, where publishing comes first, and why."""
        regola = self._valore(verbale.seduta, PRIMA)
        prossima = self.in_preparazione.get(verbale.seduta.organo_id)
        if prossima is None or not regola.come(bool):
            return None
        preavviso = self._valore(prossima, f"preavviso.{prossima.tipo}")
        giorno = timezone.localdate(inizio(prossima))
        ultimo = prima_di_secondo(giorno, preavviso, calendario=self.giorni).giorno
        testo = (
            "Il verbale si pubblica prima di convocare un’altra seduta: quella in preparazione si "
            f"convoca entro il {ultimo:%d/%m/%Y}."
        )
        return ultimo - UN_GIORNO, Motivo("verbale_prima_di_convocare", regola.fonte, testo)

    def _valore(self, seduta: Seduta, voce: str) -> Valore:
        return self.valori[f"organi.{seduta.organo.norma}.{voce}"]
