//! How long one core takes over every ordinary post of `benches/texts/`, each a draft of its own, compiled for this
//! machine.

use std::hint::black_box;

use chaperone::engine::{Checker, Config, Context, Draft};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const POSTS: &str = include_str!("../texts/ordinary.txt");

fn ordinary_posts(criterion: &mut Criterion) {
    let checker = Checker::new(Config::default());
    let context = Context::default();
    let bytes: usize = POSTS.lines().map(str::len).sum();
    let mut group = criterion.benchmark_group("native");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("ordinary_posts", |bencher| {
        bencher.iter(|| {
            for text in POSTS.lines() {
                black_box(checker.check(&Draft { text, context: &context }));
            }
        });
    });
    group.finish();
}

criterion_group!(native, ordinary_posts);
criterion_main!(native);
