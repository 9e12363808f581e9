# One image for web, worker and beat.
FROM node:20-slim AS frontend
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY tools/frontend.py tools/
RUN apt-get update && apt-get install -y --no-install-recommends python3 \
    && python3 tools/frontend.py

FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production VAR_ROOT=/var/lib/parks
WORKDIR /srv/parks
COPY tools/system.sh tools/
RUN tools/system.sh run && rm -rf /var/lib/apt/lists/*
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
COPY --from=frontend /build/static/vendor static/vendor
RUN pybabel --quiet compile --directory locale --domain django \
    && SECRET_KEY=build AUDIT_KEY=build DATABASE_URL=sqlite:// REDIS_URL=redis:// ALLOWED_HOSTS= \
       python manage.py collectstatic --no-input --verbosity 0 \
    && useradd --system parks \
    && install -d -o parks "$VAR_ROOT/private" "$VAR_ROOT/audit"
USER parks
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--workers=3", "--threads=4", "--no-control-socket", "config.wsgi"]
