"""What one mail a day tells a person: the notices that wait, what is late, what ends today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.template.loader import render_to_string

from cpia.avvisi import queries
from cpia.avvisi.enums import Posta
from cpia.avvisi.models import PreferenzeAvvisi, Promemoria, Scadenza
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno, plurale

UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True)
class Riepilogo:
    """One mail; empty when there is nothing to tell, and then it does not leave."""

    contesto: Contesto
    avvisi: Sequence[Promemoria]
    in_ritardo: Sequence[Scadenza]
    di_oggi: Sequence[Scadenza]

    @property
    def vuoto(self) -> bool:
        return not (self.avvisi or self.in_ritardo or self.di_oggi)

    @property
    def oggetto(self) -> str:
        """Subject of the mail: the day and how much, no names."""
        quanti = [
            plurale(len(cose), *parole)
            for cose, parole in (
                (self.avvisi, ("avviso", "avvisi")),
                (self.in_ritardo, ("scadenza in ritardo", "scadenze in ritardo")),
                (self.di_oggi, ("scadenza di oggi", "scadenze di oggi")),
            )
            if cose
        ]
        titolo = f"[{self.contesto.istituto}] Riepilogo di {giorno(self.oggi, self.oggi)}"
        return f"{titolo}: {', '.join(quanti)}" if quanti else titolo

    @property
    def oggi(self) -> date:
        return self.contesto.oggi

    @property
    def testo(self) -> str:
        """Body of the mail."""
        dati = {"riepilogo": self, "portale": settings.PORTALE_URL}
        return render_to_string("avvisi/riepilogo.txt", dati)


def componi(contesto: Contesto, avvisi: Sequence[Promemoria]) -> Riepilogo:
    """The digest of a person today, with these notices and the deadlines of the desk."""
    scadenze = queries.scadenze_aperte(contesto)
    for scadenza in scadenze:
        scadenza.titolo = queries.titolo_fuori_dal_portale(scadenza)
    return Riepilogo(
        contesto,
        avvisi,
        in_ritardo=[s for s in scadenze if s.entro_il < contesto.oggi],
        di_oggi=[s for s in scadenze if s.entro_il == contesto.oggi],
    )


def anteprima(contesto: Contesto, preferenze: PreferenzeAvvisi) -> Riepilogo:
    """What it would say now; for who has no digest yet, with the notices of the last day."""
    if preferenze.posta == Posta.RIEPILOGO:
        return componi(contesto, list(queries.nel_riepilogo(contesto)))
    recenti = queries.avvisi_dal(contesto, contesto.adesso - UN_GIORNO)
    return componi(contesto, list(recenti))


def in_breve(preferenze: PreferenzeAvvisi) -> str:
    """``uno al giorno, ore 7``."""
    if preferenze.posta == Posta.RIEPILOGO:
        return f"uno al giorno, ore {preferenze.ora_riepilogo}"
    return "uno per uno"
