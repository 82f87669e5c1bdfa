FROM python:3.11-slim-bookworm AS librerie
COPY requirements.txt /tmp/
RUN python -m venv /opt/cpia \
    && /opt/cpia/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/requirements.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        fontconfig fonts-dejavu-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home cpia \
    && install --directory --owner cpia --mode 0700 /srv/media /srv/urne
COPY --from=librerie /opt/cpia /opt/cpia
WORKDIR /srv/cpia
COPY . .
ENV PATH=/opt/cpia/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CPIA_DATI=/srv/dati \
    MEDIA_ROOT=/srv/media \
    STATIC_ROOT=/srv/static \
    URNE=/srv/urne
# The settings want to be complete; these values last for this command and secure nothing.
RUN AMBIENTE=produzione SECRET_KEY=collectstatic PORTALE_URL=https://portale.invalid \
    DATABASE_URL=postgres://cpia_app@portale.invalid/cpia REDIS_URL=redis://portale.invalid/0 \
    EMAIL_URL=smtp://portale.invalid DEFAULT_FROM_EMAIL=portale@portale.invalid \
    ALLOWED_HOSTS=portale.invalid \
    python manage.py collectstatic --no-input
USER cpia
VOLUME /srv/media /srv/urne
ENTRYPOINT ["script/produzione/avvia"]
