"""How an application counts as signed.

Source: D.Lgs. 82/2005, art. 65 c. 1 lett. a (digital signature) and lett. c (signed by hand, with
a copy of the identity document), which recalls D.P.R. 445/2000, art. 38 cc. 2-3. The access of the
portal is neither SPID nor CIE: by itself it is not one of the ways of lett. b.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from selezioni_pon.enums import FormaFirma

CAD: Final = "D.Lgs. 82/2005, art. 65 c. 1"
DIGITALE: Final = f"{CAD} lett. a"
A_MANO: Final = f"{CAD} lett. c; D.P.R. 445/2000, art. 38 c. 3"
BUSTA: Final = "application/pkcs7-mime"
DI_UNA_SCANSIONE: Final = frozenset({"application/pdf", "image/png", "image/jpeg"})


@dataclass(frozen=True, slots=True)
class CartaFirmata:
    """The file uploaded as the signed application.

    ``firmata_dentro``: a digital signature was found in it. ``stessa``: it holds, byte by byte,
    the paper that the portal prepared. ``nuda``: it is that paper and nothing else. ``altra``: it
    holds another one that the portal prepared for who applies, of before or of another call.
    """

    tipo_contenuto: str
    firmata_dentro: bool
    stessa: bool
    nuda: bool = False
    altra: bool = False

    @property
    def forma(self) -> FormaFirma:
        """How it is signed, as far as the file itself says."""
        return FormaFirma.DIGITALE if self.firmata_dentro else FormaFirma.SCANSIONE


def contro_la_firma(
    carta: CartaFirmata | None, *, aggiornata: bool, con_identita: bool
) -> list[Violazione]:
    """What is against sending with this file as the signed one.

    ``aggiornata``: nothing changed in the application since its paper was prepared.
    """
    if not aggiornata:
        testo = (
            "Il foglio da firmare non c’è ancora, o dopo averlo preparato la domanda è "
            "cambiata: prepara il foglio, firmalo e caricalo."
        )
        return [Violazione("foglio", testo, CAD, "firmata")]
    if carta is None:
        testo = "Carica la domanda firmata: in digitale, o a mano e poi scansionata."
        return [Violazione("firma_mancante", testo, CAD, "firmata")]
    return list(_contro(carta, con_identita=con_identita))


def _contro(carta: CartaFirmata, *, con_identita: bool) -> Iterator[Violazione]:
    if carta.nuda:
        testo = "È il foglio preparato dal portale, senza firma: firmalo, poi caricalo di nuovo."
        yield Violazione("senza_firma", testo, CAD, "firmata")
    elif carta.altra:
        testo = (
            "Nel file c’è un altro foglio preparato dal portale: di un’altra domanda, o di com’era "
            "questa prima di cambiare. Firma il foglio di adesso."
        )
        yield Violazione("altro_foglio", testo, CAD, "firmata")
    elif carta.tipo_contenuto == BUSTA and not carta.stessa:
        testo = (
            "Nel file firmato (.p7m) non c’è il foglio che il portale ha preparato: firma quello, "
            "così com’è."
        )
        yield Violazione("altro_foglio", testo, DIGITALE, "firmata")
    elif carta.tipo_contenuto not in {BUSTA, *DI_UNA_SCANSIONE}:
        testo = "La domanda firmata è un PDF, un .p7m, o un’immagine PNG o JPEG."
        yield Violazione("formato", testo, CAD, "firmata")
    elif carta.forma is FormaFirma.SCANSIONE and not con_identita:
        testo = (
            "Nel file non c’è una firma digitale: se hai firmato a mano, unisci la copia del "
            "documento d’identità."
        )
        yield Violazione("identita_mancante", testo, A_MANO, "identita")


def perche_firmata(carta: CartaFirmata) -> tuple[Motivo, ...]:
    """How the application counts as signed, and what is left for people to look at."""
    if carta.forma is FormaFirma.SCANSIONE:
        testo = "Copia firmata a mano, con la copia del documento d’identità."
        return (Motivo("firma_a_mano", A_MANO, testo),)
    testo = (
        "Firma digitale trovata nel file. Il portale non ne verifica il certificato: lo si fa con "
        "un programma di verifica."
    )
    digitale = Motivo("firma_digitale", DIGITALE, testo)
    if carta.stessa:
        return (digitale,)
    testo = (
        "Il programma di firma ha riscritto il PDF: non è, byte per byte, il foglio preparato dal "
        "portale. Va confrontato con la domanda."
    )
    return (digitale, Motivo("da_confrontare", DIGITALE, testo))
