// The same three-page app for React and Preact: `hooks` is one or the other's (see build.mjs).
import { useEffect, useState } from 'hooks';
import { courses } from './courses.js';

function Home() {
  const [count, setCount] = useState(0);
  return (
    <>
      <h1>公共就业服务自助平台</h1>
      <p>回答几个问题，查看您可能符合条件的补贴项目，并找到合适的培训课程。</p>
      <button id="first" onClick={() => setCount(count + 1)}>点击 {count}</button>
    </>
  );
}

function Check() {
  const [months, setMonths] = useState(0);
  const [insured, setInsured] = useState(false);
  return (
    <>
      <h1>资格自测</h1>
      <label>参保月数 <input type="number" value={months} onInput={(event) => setMonths(Number(event.target.value) || 0)} /></label>
      <label><input type="checkbox" checked={insured} onChange={(event) => setInsured(event.target.checked)} /> 在职参保</label>
      <p>{insured && months >= 12 ? '可能符合' : '暂不符合'}</p>
    </>
  );
}

function Courses() {
  const [query, setQuery] = useState('');
  const found = courses.filter((course) => course.title.includes(query));
  return (
    <>
      <h1>培训课程</h1>
      <input type="search" placeholder="搜索课程" value={query} onInput={(event) => setQuery(event.target.value)} />
      <ul>{found.map((course) => <li key={course.id}>{course.title} · {course.level} · {course.price} 元</li>)}</ul>
    </>
  );
}

const PAGES = { '/check': Check, '/courses': Courses };

export function App() {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const show = () => setPath(location.pathname);
    addEventListener('popstate', show);
    return () => removeEventListener('popstate', show);
  }, []);
  const go = (event) => {
    const href = event.target.getAttribute('href');
    if (!href?.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', href);
    setPath(href);
  };
  const Page = PAGES[path] ?? Home;
  return (
    <>
      <nav onClick={go}><a href="/home">首页</a> <a href="/check">资格自测</a> <a href="/courses">培训课程</a></nav>
      <main><Page /></main>
    </>
  );
}
