"""What is inside a CAdES envelope (.p7m), read without a word of trust about its signatures.

The envelope is a ContentInfo of signedData (RFC 5652 § 3 and § 5.1), in DER or, as most Italian
signing programs write it, in BER with indefinite lengths and the content in pieces.
"""

from collections.abc import Iterator
from dataclasses import dataclass

SEQUENZA, INSIEME, OID, OTTETTI = 0x30, 0x31, 0x06, 0x04
OTTETTI_A_PEZZI, ESPLICITO_0 = 0x24, 0xA0
COSTRUITO = 0x20
INDEFINITA = 0x80
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
PROFONDITA = 32
ELEMENTI = 500_000  # read in all: more than the pieces of the largest file, less than a second


class NonFirmato(ValueError):
    """Not a signed envelope with its content inside."""


class SenzaContenuto(NonFirmato):
    """The signature is apart from the file that it signs."""


@dataclass(frozen=True)
class Elemento:
    """A piece of BER: its tag, where its content begins and ends, where the next one begins."""

    segno: int
    da: int
    a: int
    dopo: int


def contenuto_firmato(busta: bytes) -> bytes:
    """The bytes that were signed. Raises ``NonFirmato`` or ``SenzaContenuto``."""
    try:
        return Busta(busta).contenuto()
    except NonFirmato:
        raise
    except (IndexError, StopIteration, ValueError) as guasto:
        raise NonFirmato from guasto


class Busta:
    """A reader of one envelope, with so many elements to read and no more."""

    def __init__(self, byte: bytes) -> None:
        self.byte = memoryview(byte)
        self.letti = 0

    def contenuto(self) -> bytes:
        """The content of the signedData, whole."""
        tipo, esplicito, *_ = self._figli(self._atteso(0, SEQUENZA))
        if tipo.segno != OID or bytes(self.byte[tipo.da : tipo.a]) != SIGNED_DATA:
            raise NonFirmato
        firmato = self._figli(self._atteso(esplicito.da, SEQUENZA))
        _versione, algoritmi, dentro = next(firmato), next(firmato), next(firmato)
        if (algoritmi.segno, dentro.segno) != (INSIEME, SEQUENZA):
            raise NonFirmato
        parti = list(self._figli(dentro))
        if len(parti) < 2:
            raise SenzaContenuto
        if parti[1].segno != ESPLICITO_0:
            raise NonFirmato
        return b"".join(self._pezzi(self._elemento(parti[1].da), 0))

    def _pezzi(self, elemento: Elemento, profondita: int) -> Iterator[bytes]:
        if elemento.segno == OTTETTI:
            yield bytes(self.byte[elemento.da : elemento.a])
        elif elemento.segno == OTTETTI_A_PEZZI and profondita < PROFONDITA:
            for figlio in self._figli(elemento):
                yield from self._pezzi(figlio, profondita + 1)
        else:
            raise NonFirmato

    def _atteso(self, dove: int, segno: int) -> Elemento:
        elemento = self._elemento(dove)
        if elemento.segno != segno:
            raise NonFirmato
        return elemento

    def _figli(self, padre: Elemento) -> Iterator[Elemento]:
        dove = padre.da
        while dove < padre.a:
            figlio = self._elemento(dove)
            if figlio.dopo > padre.a:
                raise NonFirmato
            yield figlio
            dove = figlio.dopo

    def _elemento(self, dove: int, profondita: int = 0) -> Elemento:
        """One element; of one without a length the end is found by walking what is inside."""
        self.letti += 1
        if self.letti > ELEMENTI or profondita > PROFONDITA:
            raise NonFirmato
        segno, primo, da = self.byte[dove], self.byte[dove + 1], dove + 2
        if primo == INDEFINITA:
            return self._senza_lunghezza(segno, da, profondita)
        lunghezza = primo
        if primo > INDEFINITA:
            quanti = primo - INDEFINITA
            lunghezza = int.from_bytes(self.byte[da : da + quanti], "big")
            da += quanti
        if da + lunghezza > len(self.byte):
            raise NonFirmato
        return Elemento(segno, da, da + lunghezza, da + lunghezza)

    def _senza_lunghezza(self, segno: int, da: int, profondita: int) -> Elemento:
        if not segno & COSTRUITO:
            raise NonFirmato
        dove = da
        while (self.byte[dove], self.byte[dove + 1]) != (0, 0):
            dove = self._elemento(dove, profondita + 1).dopo
        return Elemento(segno, da, dove, dove + 2)
