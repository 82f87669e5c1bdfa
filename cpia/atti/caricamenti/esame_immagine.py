"""Draws a picture again: what is not pixels, and whoever took it, stays behind.

Run as a script by ``isolato``: bytes in, the new ones out; exit 3 with a sentence when refused.
"""

import io
import resource
import sys

MEGA = 2**20
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
resource.setrlimit(resource.RLIMIT_DATA, (190 * MEGA, 190 * MEGA))

from PIL import Image  # noqa: E402 -- under the limits already

PIXEL = 25_000_000  # an A4 page at 400 dots an inch, and more
MODI = {"PNG": {"1", "L", "LA", "P", "RGB", "RGBA"}, "JPEG": {"L", "RGB"}}
SEDICI_BIT = {"I", "I;16", "I;16B"}
VERSO = 0x0112  # which side is up, of what was written in the picture the only thing kept


class Rifiuto(Exception):
    """The sentence to show."""


def ridisegna(contenuto: bytes) -> bytes:
    """The same picture, which side is up, and nothing else. Raises ``Rifiuto``.

    It is not turned here: two copies of a large photograph do not fit under the limits.
    """
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is decoded
    try:
        with Image.open(io.BytesIO(contenuto), formats=("PNG", "JPEG")) as aperta:
            if aperta.width * aperta.height > PIXEL:
                raise Rifiuto(
                    "L’immagine è troppo grande: al più 25 milioni di punti. "
                    "Riducila, o scansiona a 300 punti per pollice."
                )
            aperta.load()  # or ``save`` would make a copy
            # A JPEG of some phones, with more pictures in it, says to be of another format.
            return _scrivi(aperta, "PNG" if aperta.format == "PNG" else "JPEG")
    except (OSError, SyntaxError, ValueError, EOFError) as guasto:
        raise Rifiuto("L’immagine è rovinata: salvala di nuovo e carica il file nuovo.") from guasto


def _scrivi(immagine: Image.Image, formato: str) -> bytes:
    verso = Image.Exif()
    if (girata := immagine.getexif().get(VERSO, 1)) in range(2, 9):
        verso[VERSO] = girata
    pulita = immagine if immagine.mode in MODI[formato] else _a_otto_bit(immagine)
    pulita.info = {c: v for c, v in pulita.info.items() if c in {"transparency", "dpi"}}
    uscita = io.BytesIO()
    modi = {"quality": 90} if formato == "JPEG" else {"compress_level": 4}
    pulita.save(uscita, format=formato, exif=verso or b"", **modi)
    return uscita.getvalue()


def _a_otto_bit(immagine: Image.Image) -> Image.Image:
    """In colours that both formats have; scanners give sixteen bits of grey, which do not clip."""
    if immagine.mode in SEDICI_BIT:
        return immagine.point(lambda grigio: grigio / 256).convert("L")
    return immagine.convert("RGB")


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(ridisegna(sys.stdin.buffer.read()))
    except Rifiuto as rifiuto:
        sys.stderr.write(str(rifiuto))
        sys.exit(3)
