"""Approved agreements that somebody has not signed: who learns or answers, and the school."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa, plurale
from organi_collegiali.queries.doveri.chi import AChi, chi_firma, presidenti
from patto_formativo.enums import StatoCorsista, StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.doveri import ratifiche
from patto_formativo.queries.doveri.quadro import Quadro
from patto_formativo.queries.patti.firme import firme_di
from patto_formativo.queries.ratifiche import aspetta_ratifica
from patto_formativo.rules.doveri import firma_entro
from patto_formativo.rules.firme import FASE_4, Parte

# The key of what waits for the signature of who learns, on the desk of the tutor.
ATTESA = "patto.attesa_firme."


@dataclass(frozen=True)
class DaFirmare:
    """An approved version: since when, by when, who is missing."""

    versione: Versione
    approvata: date
    entro: date
    mancano: frozenset[Parte]

    @property
    def tutor(self) -> int | None:
        """The id of the tutor of the person."""
        return self.versione.patto.corsista.tutor_id


def doveri(quadro: Quadro) -> Iterator[Dovere]:
    """Of who learns, of who answers for a minor, of who signs for the school. Five queries."""
    approvate = da_firmare(quadro)
    # Before the other school has ratified it nobody signs.
    aperte = [_riga(quadro, v) for v in approvate if aspetta_ratifica(v) is None]
    presiedono = presidenti(quadro.istituto_id, quadro.oggi)
    for riga in aperte:
        if riga.mancano - {Parte.SCUOLA}:
            yield from _di_chi_studia(quadro, riga)
    yield from _della_scuola(quadro, aperte, presiedono)
    yield from _attese(quadro, aperte)
    yield from ratifiche.doveri(v for v in approvate if not ratifiche.si_aspetta(v))


def da_firmare(quadro: Quadro) -> list[Versione]:
    """The approved versions of who is on a path. Three queries."""
    righe = (
        Versione.objects.filter(
            istituto_id=quadro.istituto_id, stato=StatoPatto.APPROVATO.value,
            patto__corsista__in=quadro.per_id, approvata_il__isnull=False,
        )
        # While it is being printed there is nothing to sign.
        .exclude(impronta="")
        .select_related("patto__corsista__persona", "patto__altro_istituto", "sezione")
        .prefetch_related("firme", "condivisioni")
    )  # fmt: skip
    return list(righe.order_by("pk"))


def attese_dal_tutor(contesto: Contesto) -> list[int]:
    """The ids of the approved versions of the own persons that these have not signed.

    The signature of the school alone makes nobody be reminded. Three queries.
    """
    righe = (
        Versione.objects.filter(
            istituto=contesto.istituto, stato=StatoPatto.APPROVATO.value,
            patto__corsista__tutor=contesto.persona,
            patto__corsista__stato=StatoCorsista.ATTIVO.value,
        )
        .select_related("patto__corsista__persona", "patto__altro_istituto")
        .prefetch_related("firme", "condivisioni")
    )  # fmt: skip
    trovate = (
        (versione.pk, firme_di(versione, contesto.oggi)) for versione in righe.order_by("pk")
    )
    return [
        pk
        for pk, firme in trovate
        if firme.aspetta is None and any(r.parte != Parte.SCUOLA for r in firme.mancano)
    ]


def _riga(quadro: Quadro, versione: Versione) -> DaFirmare:
    approvata = timezone.localdate(versione.approvata_il)
    regole = quadro.regole
    entro = firma_entro(approvata, regole.patto_entro.valore, regole.firma_entro.valore)
    mancano = {richiesta.parte for richiesta in firme_di(versione, quadro.oggi).mancano}
    return DaFirmare(versione, approvata, entro, frozenset(mancano))


def _di_chi_studia(quadro: Quadro, riga: DaFirmare) -> Iterator[Dovere]:
    corsista = quadro.per_id[riga.versione.patto.corsista_id]
    suo = quadro.a_chi(corsista) == [corsista.persona]
    for persona in quadro.a_chi(corsista):
        yield Dovere(
            chiave=f"patto.firma.{riga.versione.pk}.{persona.pk}",
            titolo=f"Leggi e firma {'il tuo' if suo else 'un'} patto formativo",
            dettaglio=f"Approvato il {data_estesa(riga.approvata)}.",
            lettera=_lettera(riga, suo=suo),
            verbo="Leggi",
            pagina="patto:mio_di",
            oggetto=corsista.pk,
            visibile_dal=riga.approvata,
            entro_il=riga.entro,
            persona=persona.pk,
            perche=(_perche(quadro, riga),),
        )


def _lettera(riga: DaFirmare, *, suo: bool) -> str:
    che_cosa = "Il tuo patto formativo è pronto." if suo else "C’è un patto formativo da firmare."
    return (
        f"{che_cosa} La scuola lo ha approvato il {data_estesa(riga.approvata)}. Leggilo. Se va "
        f"bene, firmalo entro il {data_estesa(riga.entro)}. Se qualcosa non va, puoi chiedere di "
        "cambiarlo."
    )


def _perche(quadro: Quadro, riga: DaFirmare) -> Motivo:
    testo = (
        f"Approvato il {data_estesa(riga.approvata)}: si firma entro il {data_estesa(riga.entro)}."
    )
    fonti = (FASE_4, quadro.regole.patto_entro.fonte, quadro.regole.firma_entro.fonte)
    return Motivo("firma_entro", "; ".join(fonti), testo)


def _della_scuola(
    quadro: Quadro, aperte: list[DaFirmare], presiedono: dict[int, int]
) -> Iterator[Dovere]:
    """The tutor signs for the school; of who has none, who presides over the section."""
    gruppi: dict[tuple[int | None, str], list[DaFirmare]] = defaultdict(list)
    for riga in aperte:
        if Parte.SCUOLA in riga.mancano:
            chi = _chi_firma(riga, presiedono)
            gruppi[chi.get("persona"), chi.get("ruolo", "")].append(riga)
    for (persona, ruolo), righe in gruppi.items():
        prima = min(righe, key=lambda riga: riga.entro)
        corsista = righe[0].versione.patto.corsista_id
        uno = corsista if len(righe) == 1 else None
        yield Dovere(
            chiave=f"patto.firma_scuola.{persona or ruolo}",
            titolo=f"Firma per la scuola {plurale(len(righe), 'patto', 'patti')}",
            dettaglio=f"Il primo è approvato dal {data_estesa(prima.approvata)}.",
            verbo="Leggi",
            pagina="patto:patto" if uno else "patto:da_firmare",
            oggetto=uno,
            visibile_dal=prima.approvata,
            entro_il=prima.entro,
            persona=persona,
            ruolo=ruolo,
            perche=(_perche(quadro, prima),),
        )


def _chi_firma(riga: DaFirmare, presiedono: dict[int, int]) -> AChi:
    if riga.tutor is not None:
        return {"persona": riga.tutor}
    if riga.versione.sezione is None:
        return {"ruolo": "dirigente"}
    return chi_firma(riga.versione.sezione, presiedono)


def _attese(quadro: Quadro, aperte: list[DaFirmare]) -> Iterator[Dovere]:
    """What waits for who learns is also on the desk of the tutor, who may remind in one click."""
    gruppi: dict[int, list[DaFirmare]] = defaultdict(list)
    for riga in aperte:
        if riga.tutor is not None and riga.mancano - {Parte.SCUOLA}:
            gruppi[riga.tutor].append(riga)
    for tutor, righe in gruppi.items():
        prima = min(righe, key=lambda riga: riga.entro)
        uno = righe[0].versione.patto.corsista_id if len(righe) == 1 else None
        yield Dovere(
            chiave=f"{ATTESA}{tutor}",
            titolo=plurale(len(righe), "patto aspetta la firma", "patti aspettano la firma")
            + " di chi studia",
            dettaglio=f"Il primo è approvato dal {data_estesa(prima.approvata)}.",
            verbo="Apri",
            pagina="patto:patto" if uno else "patto:da_firmare",
            oggetto=uno,
            visibile_dal=prima.approvata,
            entro_il=prima.entro,
            persona=tutor,
            perche=(_perche(quadro, prima),),
        )
